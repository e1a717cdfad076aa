package io.bosett.service;

import io.bosett.analysis.Explainer;
import io.bosett.analysis.Explanation;
import io.bosett.analysis.ExplanationOfMunicipality;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Compiler;
import io.bosett.solve.SolveOptions;

/** Explains answers, with the default solver for what is found by solving again. */
public final class Explaining {
  private Explaining() {}

  /** The whole answer; solves again about a dozen times. */
  public static Explanation explain(Problem problem, Result result, SolveOptions options) {
    return explainer(options).explain(problem, Compiler.compile(problem), result);
  }

  /**
   * One municipality; solves again about half a dozen times.
   *
   * @throws IllegalArgumentException when the dataset has no such municipality
   */
  public static ExplanationOfMunicipality explain(
      Problem problem, Result result, String municipality, SolveOptions options) {
    return explainer(options)
        .explain(problem, Compiler.compile(problem), result, municipality);
  }

  private static Explainer explainer(SolveOptions options) {
    return new Explainer(Solvers.named(Solvers.DEFAULT), options);
  }
}
