package io.bosett.solve;

/** A solver broke down: a crash of a native library, a process that died, a missing library. */
public final class SolverFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what happened, naming the solver. */
  public SolverFailedException(String message) {
    super(message);
  }

  /** With what happened, naming the solver, and the cause. */
  public SolverFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
