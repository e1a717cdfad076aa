package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.table.DatasetTable;
import io.bosett.cli.table.ResultTable;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.dataset.DatasetRemarks;
import io.bosett.model.Dataset;
import io.bosett.model.LostZeros;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code datasets check DIR}: validates a dataset folder. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reports every error of a dataset folder with file, line and column.")
final class DatasetsCheckCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      paramLabel = "DIR",
      description = "A folder with dataset.json, municipalities.csv and indicators.csv.")
  private Path folder = Path.of("");

  DatasetsCheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder + ": is not a folder");
    }
    try {
      Dataset dataset = DatasetFolder.read(folder);
      String warning = LostZeros.warning(dataset);
      if (warning == null) {
        streams.out().println(folder + ": without fault");
      } else {
        streams.out().println(folder + ": no fault, but a WARNING: " + warning);
      }
      DatasetTable.lines(dataset).forEach(streams.out()::println);
      DatasetRemarks.of(dataset).forEach(line -> streams.out().println(ResultTable.clean(line)));
      return ExitCode.DONE;
    } catch (InvalidFilesException e) {
      throw new BadInputException(e.faults().stream().map(this::located).toList());
    }
  }

  private String located(FileFault fault) {
    return fault.in(folder.toString()).toString();
  }
}
