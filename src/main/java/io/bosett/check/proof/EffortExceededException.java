package io.bosett.check.proof;

/** Thrown to abandon a search at its effort limit, or when it is stopped. */
final class EffortExceededException extends Exception {
  private static final long serialVersionUID = 1L;

  EffortExceededException(String message) {
    super(message, null, false, false);
  }
}
