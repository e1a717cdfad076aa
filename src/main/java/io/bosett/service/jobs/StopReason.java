package io.bosett.service.jobs;

/** Why a job is stopped early. */
public enum StopReason {
  /** A caller canceled it: what is known so far is the result. */
  CANCELED,
  /** Its time limit is reached: likewise. */
  TIME_LIMIT,
  /** This process shuts down: the job returns to the queue. */
  CLOSING,
  /** Another process owns the job now: nothing may be written. */
  LOST
}
