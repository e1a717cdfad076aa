package io.bosett.solve;

import io.bosett.program.Program;

/** Finds assignments of integer programs. Stateless: each call is work of its own. */
public interface Solver {
  /** The name by which it is asked for, such as {@code decomposition}. */
  String name();

  /** Its version, for the record. */
  String version();

  /** Whether it looks for optima; a method that never does is never more than feasible. */
  default boolean isExact() {
    return true;
  }

  /**
   * Solves a program, or goes as far as the options allow. Infeasible and out of time are values.
   *
   * @throws SolverFailedException when the solver broke down; nothing is known then
   */
  SolveResult solve(Program program, SolveOptions options);
}
