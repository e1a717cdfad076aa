package io.bosett.service.jobs;

/** Why a solve is stopped early. */
enum StopReason {
  /** A caller canceled it: the incumbent is the result. */
  CANCELED,
  /** Its time limit is reached: likewise. */
  TIME_LIMIT,
  /** This process shuts down: the allocation returns to the queue. */
  CLOSING,
  /** Another process owns the allocation now: nothing may be written. */
  LOST
}
