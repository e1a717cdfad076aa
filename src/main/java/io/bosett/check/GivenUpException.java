package io.bosett.check;

/** What a search says when it is broken off. */
final class GivenUpException extends Exception {
  private static final long serialVersionUID = 1L;

  GivenUpException(String message) {
    super(message, null, false, false);
  }
}
