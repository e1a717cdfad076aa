package io.bosett.cli;

import io.bosett.model.Scenario;
import io.bosett.model.SolverWishes;
import io.bosett.service.Answering;
import io.bosett.service.Batch;
import io.bosett.service.FileProblem;
import io.bosett.service.Overview;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code validate FILE…}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Names every error of scenarios, or what they come to.")
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
    Batch batch =
        Batch.read(files, datasets.path, problem -> Answering.wishes(problem, SolverWishes.NONE));
    batch.problems().forEach(this::print);
    streams.out().flush();
    batch.faults().forEach(line -> streams.err().println(ResultTable.clean(line)));
    return batch.faults().isEmpty() ? Exit.DONE : Exit.BAD_INPUT;
  }

  private void print(FileProblem one) {
    Overview overview = Overview.of(one.problem());
    Scenario scenario = one.problem().scenario();
    Columns columns = new Columns("lll");
    columns.add("  candidates", Text.count(overview.candidates()), "");
    columns.add(
        "  to be selected",
        Text.count(overview.selectedAtLeast()) + ".." + Text.count(overview.selectedAtMost()),
        "");
    columns.add(
        "  persons",
        Text.count(scenario.demand().persons()),
        "capacity " + Text.count(overview.capacity()));
    columns.add(
        "  minors",
        Text.count(scenario.demand().minors()),
        "capacity " + Text.count(overview.minorsCapacity()));
    streams.out().println(one.file() + ": valid");
    columns.lines().forEach(streams.out()::println);
  }
}
