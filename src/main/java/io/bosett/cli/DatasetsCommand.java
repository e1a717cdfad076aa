package io.bosett.cli;

import io.bosett.cli.flags.DatasetsFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code datasets}: the same as {@code datasets list}, unless a subcommand is given. */
@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    description = "Shows and checks datasets; without a subcommand it lists them.")
final class DatasetsCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  DatasetsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return DatasetsListCommand.list(datasets.path, streams);
  }
}
