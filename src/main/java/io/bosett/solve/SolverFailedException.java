package io.bosett.solve;

/** A solver broke down: a native crash, a child process that died, a missing library. */
public final class SolverFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened, naming the solver
   */
  public SolverFailedException(String message) {
    super(message);
  }

  /**
   * @param message what happened, naming the solver
   */
  public SolverFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
