package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.documents.imports.NewFolder;
import io.bosett.service.IoFailureText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code datasets init DIR}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Makes a dataset folder to be filled in, with a page that says how.")
final class DatasetsInitCommand implements Callable<Integer> {
  private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";

  private final Streams streams;

  @Parameters(paramLabel = "DIR", description = "The new folder, which must not exist.")
  private Path folder = Path.of("");

  @Option(
      names = "--like",
      paramLabel = "ID",
      description =
          "Takes over the municipalities of a dataset that ships with the program, such as"
              + " norway-2025; without it the tables are empty.")
  private @Nullable String like;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "The id under which scenarios name it; the folder's name unless given.")
  private @Nullable String id;

  DatasetsInitCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    OutputPlaces.requireNewFolder(folder);
    String name = id == null ? String.valueOf(folder.toAbsolutePath().getFileName()) : id;
    if (!name.matches(ID)) {
      throw new BadInputException(
          "bosett: the id is '" + name + "'; allowed: small letters, digits and '-' (--id ID)");
    }
    try {
      NewFolder.make(folder, name, like);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("bosett: --like: " + e.getMessage());
    } catch (IOException e) {
      throw new BadInputException(folder + ": cannot be written: " + IoFailureText.of(e));
    }
    streams
        .out()
        .println(
            folder + ": made; " + folder.resolve(NewFolder.HOW_TO) + " says how to fill it in");
    return ExitCode.DONE;
  }
}
