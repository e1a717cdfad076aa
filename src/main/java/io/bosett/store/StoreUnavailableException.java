package io.bosett.store;

/**
 * The database does not answer, or cannot write: it is stopped, restarting, or its disk is full. What
 * was asked has not happened; the same may be asked again later.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason in words, and what the driver said. */
  public StoreUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
