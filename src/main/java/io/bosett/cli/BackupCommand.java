package io.bosett.cli;

import io.bosett.cli.flags.StoreFlags;
import io.bosett.store.factory.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backup --data DIR --to FILE}: copies the embedded store. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Copies the embedded store of a service, which may be running, to one file. For"
            + " PostgreSQL there is pg_dump.")
final class BackupCommand implements Callable<Integer> {
  private final Streams streams;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the store.")
  private Path data = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description =
          "The backup, written whole or not at all, on the disk before this command ends. An"
              + " existing file is replaced in one step: it keeps its mode, but not further hard"
              + " links. Links, pipes and devices, and the files of the store itself, are refused.")
  private Path to = Path.of("");

  BackupCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    StoreFlags.refuseEmpty("--data", data, "a folder, . for the current one");
    StoreFlags.refuseEmpty("--to", to, "a file");
    Stores.backup(data, to);
    streams.err().println("bosett: " + data + " is copied to " + to);
    return ExitCode.DONE;
  }
}
