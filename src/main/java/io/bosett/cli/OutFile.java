package io.bosett.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag {@code --out FILE}, shared by commands that else write to standard output. */
final class OutFile {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes here, whole or not at all." + OutputPlaces.HELP)
  @Nullable Path path;
}
