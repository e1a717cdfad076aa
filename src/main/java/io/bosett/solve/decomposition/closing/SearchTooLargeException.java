package io.bosett.solve.decomposition.closing;

/** The closing search would need more options or labels than it is allowed. */
public final class SearchTooLargeException extends Exception {
  private static final long serialVersionUID = 1L;

  SearchTooLargeException(String what) {
    super(what);
  }
}
