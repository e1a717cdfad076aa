package io.bosett.cli;

import io.bosett.analysis.explain.ExplanationText;
import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.flags.SolverFlags;
import io.bosett.cli.table.ProgressLines;
import io.bosett.cli.table.ResultTable;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.ExplainUseCase;
import io.bosett.service.SolveUseCase;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain SCENARIO}: solves and explains every number. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Solves a scenario and says why each municipality has its number or none, what binds, how"
            + " far each is from being asked, and what one more unit of each shared rule brings.")
final class ExplainCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "SCENARIO", description = "A scenario document.")
  private Path scenario = Path.of("");

  @Option(
      names = "--municipality",
      paramLabel = "ID",
      description = "Explains this one only, with its alternatives and what they cost.")
  private @Nullable String municipality;

  @Mixin private final SolverFlags solver = new SolverFlags();

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    SolverSettings wishes = solver.wishes();
    CompiledProblem problem = InputFiles.problem(scenario, datasets.path, streams);
    String id = municipality;
    if (id != null && problem.problem().dataset().position(id) < 0) {
      throw new BadInputException("bosett: --municipality is '" + id + "', not one of the dataset");
    }
    try (InterruptHandler interruptHandler = new InterruptHandler(streams.err());
        ProgressLines progress = new ProgressLines(scenario.toString(), streams.err())) {
      SolveOptions options = SolveOptions.DEFAULT.withCancel(interruptHandler.cancel());
      Result result = SolveUseCase.answer(problem, wishes, options.withProgress(progress));
      streams.out().println(text(problem, result, id, options));
      return ExitCode.of(result);
    }
  }

  private static String text(
      CompiledProblem problem, Result result, @Nullable String id, SolveOptions options) {
    String text =
        id == null || result.objective() == null
            ? ExplanationText.of(ExplainUseCase.explain(problem, result, options))
            : ExplanationText.of(ExplainUseCase.explain(problem, result, id, options));
    return String.join("\n", text.lines().map(ResultTable::clean).toList());
  }
}
