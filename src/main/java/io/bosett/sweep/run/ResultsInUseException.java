package io.bosett.sweep.run;

/** Another run writes into the result folder. */
public final class ResultsInUseException extends SweepRefusedException {
  private static final long serialVersionUID = 1L;

  ResultsInUseException(String message) {
    super(message);
  }
}
