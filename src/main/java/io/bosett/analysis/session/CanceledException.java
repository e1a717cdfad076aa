package io.bosett.analysis.session;

/** A session was canceled: what is not known yet stays unknown. */
final class CanceledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CanceledException() {
    super("the analysis was canceled", null, false, false);
  }
}
