package io.bosett.store;

import org.jspecify.annotations.Nullable;

/**
 * The database does not answer, or cannot write: it is stopped, restarting, or its disk is full.
 * What was asked has not happened, not even in part, and may be asked again later. Only when the
 * connection to a PostgreSQL server breaks in the moment of the commit nobody can tell whether it
 * has happened; an idempotency key makes a repeated submission safe, and owner and attempt make a
 * repeated {@link AllocationStore#finish} safe.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason in words, and what the driver said. */
  public StoreUnavailableException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
