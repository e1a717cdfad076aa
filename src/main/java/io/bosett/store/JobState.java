package io.bosett.store;

/** The state of an allocation in the job queue. */
public enum JobState {
  /** Waiting for a solver. */
  QUEUED,
  /** Being solved. */
  RUNNING,
  /** Ended with a result, which may be that the scenario is infeasible. */
  SUCCEEDED,
  /** Ended without a result, for the reason given. */
  FAILED,
  /** Canceled by a caller; the incumbent of that moment is the result, if there is one. */
  CANCELED;

  /** Whether the state is final. */
  public boolean isEnded() {
    return this == SUCCEEDED || this == FAILED || this == CANCELED;
  }
}
