package io.bosett.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag {@code --datasets DIR}, shared by commands. */
final class DatasetsFolder {
  @Option(
      names = "--datasets",
      paramLabel = "DIR",
      description =
          "A folder with one folder per dataset, searched after the scenario file's own folder"
              + " and before the datasets that ship with the program.")
  @Nullable Path path;
}
