package io.bosett.analysis.explain;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import org.jspecify.annotations.Nullable;

/** What-if solves: solves changed programs and compares their optima with an objective. */
final class WhatIf {
  private final Solver solver;
  private final SolveOptions options;
  private final long objective;
  private boolean complete = true;

  /**
   * @param objective to compare with, in 10<sup>-6</sup> person
   */
  WhatIf(Solver solver, SolveOptions options, long objective) {
    this.solver = solver;
    this.options = options;
    this.objective = objective;
  }

  /**
   * The optimum of a changed program.
   *
   * @param effect on the objective
   * @param assignment that attains it, for exact effects
   */
  record Optimum(Effect effect, @Nullable Assignment assignment) {}

  Optimum of(Program changed) {
    SolveResult result = solver.solve(changed, options);
    if (result instanceof SolveResult.Proven proven) {
      long change = Math.subtractExact(changed.objective(proven.assignment()), objective);
      return new Optimum(Effect.exact(change), proven.assignment());
    }
    boolean none = result instanceof SolveResult.Infeasible;
    complete &= none;
    return new Optimum(none ? Effect.IMPOSSIBLE : Effect.UNKNOWN, null);
  }

  /** Whether every effect so far is known. */
  boolean isComplete() {
    return complete;
  }

  /** Counts an effect that is not looked for any more as unknown. */
  void leaveOut() {
    complete = false;
  }

  Effect effect(Program changed) {
    return of(changed).effect();
  }
}
