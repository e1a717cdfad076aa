package io.bosett.cli;

import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.table.ResultTable;
import io.bosett.model.SolverSettings;
import io.bosett.service.ProblemFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hashes FILE…}: prints the hashes that results and certificates of scenarios state. */
@Command(
    name = "hashes",
    mixinStandardHelpOptions = true,
    description =
        "Prints a line for each scenario: hash of the scenario, hash of its figures, file.")
final class HashesCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario documents.")
  private List<Path> files = List.of();

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  HashesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    for (ProblemFile one :
        InputFiles.problems(files, datasets.path, SolverSettings.NONE, streams)) {
      String hashes = one.problem().scenarioHash() + " " + one.problem().datasetHash();
      streams.out().println(hashes + " " + ResultTable.clean(one.file()));
    }
    return ExitCode.DONE;
  }
}
