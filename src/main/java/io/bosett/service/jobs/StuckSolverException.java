package io.bosett.service.jobs;

/**
 * More solves do not stop when told than their threads can be replaced, and the solver asked for is
 * one of theirs: further ones might leave no thread for anybody.
 */
public final class StuckSolverException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StuckSolverException(String solver, int stuck) {
    super(stuck + " solves do not stop when told, those of solver '" + solver + "' among them");
  }
}
