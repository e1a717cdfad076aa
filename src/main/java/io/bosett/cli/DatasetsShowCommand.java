package io.bosett.cli;

import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.table.DatasetTable;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.model.Dataset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code datasets show ID}: describes a dataset. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Describes a dataset: indicators, years, cells, units and sources.")
final class DatasetsShowCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "ID", description = "The id of a dataset.")
  private String id = "";

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  DatasetsShowCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Dataset dataset =
        InputFiles.refusing(
            Path.of("bosett"), () -> new DatasetCatalog(null, datasets.path).dataset(id));
    DatasetTable.lines(dataset).forEach(streams.out()::println);
    return ExitCode.DONE;
  }
}
