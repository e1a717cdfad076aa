package io.bosett.http.settings;

/** The service does not start, for a reason that its operator can do something about. */
public final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartRefusedException(String reason) {
    super(reason);
  }
}
