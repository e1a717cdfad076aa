package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.StoreFlags;
import io.bosett.store.FolderInUseException;
import io.bosett.store.factory.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code restore --from FILE --data DIR}: restores a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Restores a backup, while no service uses the folder.")
final class RestoreCommand implements Callable<Integer> {
  private final Streams streams;

  @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
  private Path from = Path.of("");

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the store, created when it does not exist.")
  private Path data = Path.of("");

  @Option(names = "--replace", description = "Replaces an existing store.")
  private boolean replace;

  RestoreCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    StoreFlags.refuseEmpty("--from", from, "a file");
    StoreFlags.refuseEmpty("--data", data, "a folder, . for the current one");
    try {
      Stores.restore(from, data, replace);
    } catch (FolderInUseException e) {
      throw new BadInputException("bosett: " + e.getMessage());
    }
    streams.err().println("bosett: " + from + " is put back into " + data);
    return ExitCode.DONE;
  }
}
