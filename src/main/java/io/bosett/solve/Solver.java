package io.bosett.solve;

import io.bosett.program.Program;

/** A solver of the integer program. Stateless: calls are independent. */
public interface Solver {
  /** The name in settings and flags, such as {@code decomposition}. */
  String name();

  /** The version, which results report. */
  String version();

  /** Whether the method can prove optimality; one that cannot never reports more than feasible. */
  default boolean isExact() {
    return true;
  }

  /**
   * Solves a program as far as the options allow. Infeasible and out of time are values.
   *
   * @throws SolverFailedException when the solver broke down; nothing is known then
   */
  SolveResult solve(Program program, SolveOptions options);
}
