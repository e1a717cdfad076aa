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
  /** How long somebody waits for an explanation: wall time of all its solves together. */
  public static final Duration BUDGET = Duration.ofMillis(1_500);

  private ExplainUseCase() {}

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
    return explain(problem, result, budget, SolveOptions.DEFAULT);
  }

  /**
   * Explains the whole answer within a time budget for all solves together; solves again about a
   * dozen times.
   *
   * @param budget wall time of the solves
   * @param options of each solve, which may ask it to stop
   */
  public static Timely<Explanation> explain(
      CompiledProblem problem, Result result, Duration budget, SolveOptions options) {
    TimeBudgetedSolver solver = new TimeBudgetedSolver(Solvers.named(Solvers.DEFAULT), budget);
    Explanation explanation =
        new Explainer(solver, options).explain(problem.problem(), problem.program(), result);
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
    return explain(problem, result, municipality, budget, SolveOptions.DEFAULT);
  }

  /**
   * Explains one municipality within a time budget for all solves together; solves again about half
   * a dozen times.
   *
   * @param budget wall time of the solves
   * @param options of each solve, which may ask it to stop
   * @throws IllegalArgumentException when the dataset has no such municipality
   */
  public static Timely<MunicipalityExplanation> explain(
      CompiledProblem problem,
      Result result,
      String municipality,
      Duration budget,
      SolveOptions options) {
    TimeBudgetedSolver solver = new TimeBudgetedSolver(Solvers.named(Solvers.DEFAULT), budget);
    MunicipalityExplanation explanation =
        new Explainer(solver, options)
            .explain(problem.problem(), problem.program(), result, municipality);
    return new Timely<>(explanation, !solver.isExhausted());
  }
}
