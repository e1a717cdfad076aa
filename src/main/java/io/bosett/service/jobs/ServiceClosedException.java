package io.bosett.service.jobs;

/** The desk has closed: what was waited for may still come about, but not through this process. */
public final class ServiceClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServiceClosedException() {
    super("this process is shutting down");
  }
}
