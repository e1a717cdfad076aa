package io.bosett.service.jobs;

/**
 * The refusal of a job whose solver hangs: more solves ignore their cancellation than the pool has
 * workers, some of them of this solver, and further ones might leave no thread for other jobs.
 */
public final class StuckSolverException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StuckSolverException(String solver, int stuck) {
    super(stuck + " solves do not stop when told, those of solver '" + solver + "' among them");
  }
}
