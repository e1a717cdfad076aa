package io.bosett.store;

/** The state of a job in its queue. */
public enum JobState {
  /** Waiting for a thread. */
  QUEUED,
  /** Under way. */
  RUNNING,
  /** Ended with a result, which may be that the scenario is infeasible. */
  SUCCEEDED,
  /** Ended without a result, for the reason given. */
  FAILED,
  /** Canceled by a caller; what was known at that moment is the result, if there is any. */
  CANCELED;

  /** Whether the state is final. */
  public boolean isEnded() {
    return this == SUCCEEDED || this == FAILED || this == CANCELED;
  }
}
