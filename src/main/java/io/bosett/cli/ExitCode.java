package io.bosett.cli;

import io.bosett.model.Result;
import io.bosett.service.Solvers;

/** Exit codes. Of many files the largest counts. */
final class ExitCode {
  /** Done, proven or confirmed. */
  static final int DONE = 0;

  /** Bad input or usage. */
  static final int BAD_INPUT = 2;

  /** Nothing satisfies the scenario. */
  static final int INFEASIBLE = 3;

  /** A limit was reached before the proof, or somebody canceled. */
  static final int LIMIT = 4;

  /** Refuted by {@code check}. */
  static final int REFUTED = 5;

  /** Our defect. */
  static final int DEFECT = 70;

  private ExitCode() {}

  /**
   * The code of an answer. A feasible one of a method that never proves anything is done when the
   * method has ended by itself.
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
