package io.bosett.cli;

import io.bosett.model.Result;
import io.bosett.service.Solvers;

/** The exit codes. Of many files the largest code counts. */
final class ExitCode {
  /** Done, proven or confirmed. */
  static final int DONE = 0;

  /** Bad input or usage. */
  static final int BAD_INPUT = 2;

  /** The scenario is infeasible. */
  static final int INFEASIBLE = 3;

  /** A limit was reached, or the user canceled, before the proof. */
  static final int LIMIT = 4;

  /** Refuted by {@code check}. */
  static final int REFUTED = 5;

  /** A solver broke down: its process died, or its libraries cannot be used on this machine. */
  static final int SOLVER_FAILED = 71;

  /** Standard output could not be written to. */
  static final int NO_OUTPUT = 74;

  /** A defect of the program. */
  static final int DEFECT = 70;

  private ExitCode() {}

  /**
   * The exit code of an answer. A feasible one counts as done when the method has ended by itself
   * and never proves optimality.
   */
  static int of(Result result) {
    boolean exact = Solvers.named(result.solver().name()).isExact();
    return switch (result.status()) {
      case OPTIMAL -> DONE;
      case INFEASIBLE -> INFEASIBLE;
      case UNKNOWN -> LIMIT;
      case FEASIBLE -> result.stopped() == null && !exact ? DONE : LIMIT;
    };
  }
}
