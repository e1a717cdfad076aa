package io.bosett.oracle;

import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import java.time.Duration;
import java.util.Optional;

/** Turns the results of solvers into plain optima. */
final class OptimumReader {
  static final SolveOptions OPTIONS = SolveOptions.DEFAULT.withTimeLimit(Duration.ofSeconds(20));

  private OptimumReader() {}

  /**
   * The optimum a solver claims, or empty when it says that there is none.
   *
   * @throws AssertionError when it claims neither, or something that is not so by the program's own
   *     rules
   */
  static Optional<Optimum> of(Solver solver, Program program) {
    return of(solver, program, solver.solve(program, OPTIONS));
  }

  /** The optimum that a result claims, likewise. */
  static Optional<Optimum> of(Solver solver, Program program, SolveResult result) {
    if (result instanceof SolveResult.Proven proven) {
      long objective = program.objective(proven.assignment());
      Faultless.check(program, proven.assignment(), objective, solver.name());
      return Optional.of(new Optimum(objective, proven.assignment()));
    }
    if (result instanceof SolveResult.Infeasible) {
      return Optional.empty();
    }
    throw new AssertionError(solver.name() + " proves nothing: " + result);
  }
}
