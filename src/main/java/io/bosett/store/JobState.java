package io.bosett.store;

/** How far an allocation is. */
public enum JobState {
  /** Waiting for a solver. */
  QUEUED,
  /** Being solved. */
  RUNNING,
  /** Ended with a result, be it that nothing satisfies the scenario. */
  SUCCEEDED,
  /** Ended without a result, for the reason given. */
  FAILED,
  /** Stopped by a caller; what had been found by then is the result, if anything. */
  CANCELED;

  /** Whether nothing changes any more. */
  public boolean isEnded() {
    return this == SUCCEEDED || this == FAILED || this == CANCELED;
  }
}
