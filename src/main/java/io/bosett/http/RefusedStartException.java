package io.bosett.http;

/** The service does not start, for a reason that its operator can do something about. */
public final class RefusedStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedStartException(String reason) {
    super(reason);
  }
}
