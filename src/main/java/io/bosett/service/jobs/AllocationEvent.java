package io.bosett.service.jobs;

import io.bosett.store.KeptAllocation;

/**
 * Something that happened to an allocation.
 *
 * @param allocation as it is then; the last event is the one in which it has ended
 */
public record AllocationEvent(KeptAllocation allocation) {
  /** Larger for later events of the same allocation, across attempts and processes. */
  public long id() {
    long attempt = allocation.attempt();
    return allocation.state().isEnded()
        ? Long.MAX_VALUE
        : (attempt << 32) + allocation.progress().sequence();
  }

  /** Whether none follows. */
  public boolean isLast() {
    return allocation.state().isEnded();
  }
}
