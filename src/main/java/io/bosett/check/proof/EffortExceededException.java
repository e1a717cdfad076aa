package io.bosett.check.proof;

/** What a search says when it is broken off. */
final class EffortExceededException extends Exception {
  private static final long serialVersionUID = 1L;

  EffortExceededException(String message) {
    super(message, null, false, false);
  }
}
