package io.bosett.service.jobs;

import io.bosett.store.KeptJob;

/**
 * An event of a job: its state after a change.
 *
 * @param job the state; the last event is the one in which it has ended
 */
public record JobEvent(KeptJob job) {
  /** The event id, increasing within a job across attempts and processes. */
  public long id() {
    long attempt = job.attempt();
    return job.state().isEnded() ? Long.MAX_VALUE : (attempt << 32) + job.progress().sequence();
  }

  /** Whether this is the final event. */
  public boolean isLast() {
    return job.state().isEnded();
  }
}
