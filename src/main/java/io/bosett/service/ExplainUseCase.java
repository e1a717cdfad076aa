package io.bosett.service;

import io.bosett.analysis.explain.Explainer;
import io.bosett.analysis.explain.Explanation;
import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.model.Result;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import java.time.Duration;

/** Explains answers, with the default solver for what is found by solving again. */
public final class ExplainUseCase {
  private ExplainUseCase() {}

  /** The whole answer; solves again about a dozen times. */
  public static Explanation explain(CompiledProblem problem, Result result, SolveOptions options) {
    return explainer(options).explain(problem.problem(), problem.program(), result);
  }

  /**
   * One municipality; solves again about half a dozen times.
   *
   * @throws IllegalArgumentException when the dataset has no such municipality
   */
  public static MunicipalityExplanation explain(
      CompiledProblem problem, Result result, String municipality, SolveOptions options) {
    return explainer(options).explain(problem.problem(), problem.program(), result, municipality);
  }

  /**
   * What came of an explanation.
   *
   * @param value the explanation; effects that there was no time for are not known in it
   * @param complete whether there was time for all of it
   */
  public record Timely<T>(T value, boolean complete) {}

  /**
   * The whole answer, in a time that all solves together keep to.
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
   * One municipality, in a time that all solves together keep to.
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
