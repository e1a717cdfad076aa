package io.bosett.service.jobs;

/** Why a job is stopped early. */
public enum StopReason {
  /** A caller canceled it: what is known so far is the result. */
  CANCELED,
  /** Its time limit is reached: likewise, unless the solver does not answer within ten seconds. */
  TIME_LIMIT,
  /** This process shuts down: the job returns to the queue. */
  CLOSING,
  /** This attempt owns the job no more, or could not store it: nothing may be written. */
  LOST
}
