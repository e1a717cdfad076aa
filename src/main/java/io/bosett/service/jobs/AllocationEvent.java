package io.bosett.service.jobs;

import io.bosett.store.KeptAllocation;

/**
 * An event of an allocation: its state after a change.
 *
 * @param allocation the state; the last event is the one in which it has ended
 */
public record AllocationEvent(KeptAllocation allocation) {
  /** The event id, increasing within an allocation across attempts and processes. */
  public long id() {
    long attempt = allocation.attempt();
    return allocation.state().isEnded()
        ? Long.MAX_VALUE
        : (attempt << 32) + allocation.progress().sequence();
  }

  /** Whether this is the final event. */
  public boolean isLast() {
    return allocation.state().isEnded();
  }
}
