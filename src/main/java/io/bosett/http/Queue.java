package io.bosett.http;

import io.bosett.store.AllocationStore;
import io.bosett.store.State;
import io.bosett.store.StoreUnavailableException;
import java.util.Map;

/** How many allocations wait and run, for the metrics; asked anew at most once a second. */
final class Queue {
  private static final long SECOND = 1_000_000_000;

  private final AllocationStore store;
  private Map<State, Integer> counts = Map.of();
  private long asked = System.nanoTime() - SECOND;
  private boolean known;

  Queue(AllocationStore store) {
    this.store = store;
  }

  double waiting() {
    return of(State.QUEUED);
  }

  double running() {
    return of(State.RUNNING);
  }

  private synchronized double of(State state) {
    if (System.nanoTime() - asked >= SECOND) {
      asked = System.nanoTime();
      try {
        counts = store.counts();
        known = true;
      } catch (StoreUnavailableException e) {
        known = false;
      }
    }
    return known ? counts.getOrDefault(state, 0) : Double.NaN;
  }
}
