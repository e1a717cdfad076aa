package io.bosett.cli;

import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.table.ResultTable;
import io.bosett.cli.table.TextTable;
import io.bosett.model.CountPhrases;
import io.bosett.model.Scenario;
import io.bosett.model.SolverSettings;
import io.bosett.service.ProblemFile;
import io.bosett.service.ScenarioBatch;
import io.bosett.service.ScenarioOverview;
import io.bosett.service.SolveUseCase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code validate FILE…}: reports all errors of scenarios, or their overviews. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Reports every error of scenarios, or their candidates, limits and capacities.")
final class ValidateCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario documents.")
  private List<Path> files = List.of();

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  ValidateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ScenarioBatch scenarioBatch =
        ScenarioBatch.read(
            files,
            datasets.path,
            problem -> SolveUseCase.preferences(problem, SolverSettings.NONE));
    scenarioBatch.warnings().forEach(one -> streams.err().println(ResultTable.clean(one)));
    scenarioBatch.problems().forEach(this::print);
    streams.out().flush();
    scenarioBatch.faults().forEach(line -> streams.err().println(ResultTable.clean(line)));
    return scenarioBatch.faults().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  private void print(ProblemFile one) {
    ScenarioOverview scenarioOverview = ScenarioOverview.of(one.compiled());
    Scenario scenario = one.problem().scenario();
    TextTable columns = new TextTable("lll");
    columns.add("  candidates", CountPhrases.count(scenarioOverview.candidates()), "");
    columns.add(
        "  to be selected",
        CountPhrases.count(scenarioOverview.selectedAtLeast())
            + ".."
            + CountPhrases.count(scenarioOverview.selectedAtMost()),
        "");
    columns.add(
        "  persons",
        CountPhrases.count(scenario.demand().persons()),
        "capacity " + CountPhrases.count(scenarioOverview.capacity()));
    columns.add(
        "  minors",
        CountPhrases.count(scenario.demand().minors()),
        "capacity " + CountPhrases.count(scenarioOverview.minorsCapacity()));
    streams.out().println(one.file() + ": valid");
    columns.lines().forEach(streams.out()::println);
  }
}
