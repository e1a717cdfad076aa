package io.bosett.store;

import org.jspecify.annotations.Nullable;

/**
 * The database is unavailable: it is stopped, restarting, or its disk is full. The transaction was
 * rolled back entirely and may be retried. One case is ambiguous: when the connection to a
 * PostgreSQL server breaks during the commit, the transaction may have happened; an idempotency key
 * makes repeating a submission safe, and fencing by owner and attempt makes repeating {@link
 * JobStore#finish} safe. A {@code Dialect} says which failures of a database these are; over HTTP
 * they are answered with 503.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason in words, and the driver's exception. */
  public StoreUnavailableException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
