package io.bosett.service.allocations;

/** The desk has closed: what was waited for may still come about, but not through this process. */
public final class ClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClosedException() {
    super("this process is shutting down");
  }
}
