package io.bosett.service;

import io.bosett.analysis.explain.Explainer;
import io.bosett.analysis.explain.Explanation;
import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.model.Result;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import java.time.Duration;

/**
 * The explain use case: explains answers by reduced costs, shadow prices and what-if solves with
 * the default solver.
 */
public final class ExplainUseCase {
  private ExplainUseCase() {}

  /** Explains the whole answer; solves again about a dozen times. */
  public static Explanation explain(CompiledProblem problem, Result result, SolveOptions options) {
    return explainer(options).explain(problem.problem(), problem.program(), result);
  }

  /**
   * Explains one municipality; solves again about half a dozen times.
   *
   * @throws IllegalArgumentException when the dataset has no such municipality
   */
  public static MunicipalityExplanation explain(
      CompiledProblem problem, Result result, String municipality, SolveOptions options) {
    return explainer(options).explain(problem.problem(), problem.program(), result, municipality);
  }

  /**
   * An explanation made within a time budget.
   *
   * @param value the explanation; effects that there was no time for are unknown in it
   * @param complete whether the budget sufficed for all of it
   */
  public record Timely<T>(T value, boolean complete) {}

  /**
   * Explains the whole answer within a time budget for all solves together.
   *
   * @param budget wall time of the solves
   */
  public static Timely<Explanation> explain(
      CompiledProblem problem, Result result, Duration budget) {
    TimeBudgetedSolver solver = new TimeBudgetedSolver(Solvers.named(Solvers.DEFAULT), budget);
    Explanation explanation =
        new Explainer(solver, SolveOptions.DEFAULT)
            .explain(problem.problem(), problem.program(), result);
    return new Timely<>(explanation, !solver.isExhausted());
  }

  /**
   * Explains one municipality within a time budget for all solves together.
   *
   * @param budget wall time of the solves
   * @throws IllegalArgumentException when the dataset has no such municipality
   */
  public static Timely<MunicipalityExplanation> explain(
      CompiledProblem problem, Result result, String municipality, Duration budget) {
    TimeBudgetedSolver solver = new TimeBudgetedSolver(Solvers.named(Solvers.DEFAULT), budget);
    MunicipalityExplanation explanation =
        new Explainer(solver, SolveOptions.DEFAULT)
            .explain(problem.problem(), problem.program(), result, municipality);
    return new Timely<>(explanation, !solver.isExhausted());
  }

  private static Explainer explainer(SolveOptions options) {
    return new Explainer(Solvers.named(Solvers.DEFAULT), options);
  }
}
