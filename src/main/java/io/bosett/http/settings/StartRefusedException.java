package io.bosett.http.settings;

/** The service refuses to start, for a reason that its operator can mend. */
public final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartRefusedException(String reason) {
    super(reason);
  }
}
