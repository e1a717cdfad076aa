package io.bosett.solve.decomposition.model;

/** Thrown when an evaluation of all candidates was asked to stop before its end. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Of an evaluation that ends here. */
  public StoppedException() {
    super("stopped", null, false, false);
  }
}
