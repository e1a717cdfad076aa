package io.bosett.cli;

import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.table.ResultTable;
import io.bosett.cli.table.TextTable;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.model.CountPhrases;
import io.bosett.model.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code datasets list}: lists the datasets. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists the datasets: those in --datasets DIR and those that ship with the program.")
final class DatasetsListCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  DatasetsListCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return list(datasets.path, streams);
  }

  static int list(@Nullable Path folder, Streams streams) {
    DatasetCatalog source = new DatasetCatalog(null, folder);
    TextTable columns =
        new TextTable("lrrrl", "id", "municipalities", "indicators", "newest", "title");
    List<String> faults = new ArrayList<>();
    for (String id : source.ids()) {
      try {
        columns.add(row(source.dataset(id)));
      } catch (InvalidFilesException e) {
        e.faults().forEach(fault -> faults.add(fault.toString()));
      }
    }
    columns.lines().forEach(streams.out()::println);
    streams.out().flush();
    faults.forEach(line -> streams.err().println(ResultTable.clean(line)));
    return faults.isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  private static String[] row(Dataset dataset) {
    Integer newest = dataset.newestYear();
    return new String[] {
      dataset.id(),
      CountPhrases.count(dataset.size()),
      CountPhrases.count(dataset.indicators().size()),
      newest == null ? "" : Integer.toString(newest),
      ResultTable.clean(dataset.title())
    };
  }
}
