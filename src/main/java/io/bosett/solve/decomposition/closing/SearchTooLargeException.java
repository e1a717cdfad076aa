package io.bosett.solve.decomposition.closing;

/** The closing search has reached its limit on options or labels. */
public final class SearchTooLargeException extends Exception {
  private static final long serialVersionUID = 1L;

  SearchTooLargeException(String what) {
    super(what);
  }
}
