package io.bosett.service.jobs;

/**
 * The service was closed during a wait: the allocation may still be solved, by another process or
 * later.
 */
public final class ServiceClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServiceClosedException() {
    super("this process is shutting down");
  }
}
