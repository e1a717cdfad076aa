package io.bosett.service.jobs;

/** Why a solve is to stop before its end. */
enum StopReason {
  /** A caller asked for it: what was found by then is the result. */
  CANCELED,
  /** Its time is over: likewise. */
  TIME_LIMIT,
  /** This process ends: the allocation waits again. */
  CLOSING,
  /** The allocation is another process's by now: nothing of it may be written. */
  LOST
}
