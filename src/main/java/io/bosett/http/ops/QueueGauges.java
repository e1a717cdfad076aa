package io.bosett.http.ops;

import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.StoreUnavailableException;
import java.util.Map;

/**
 * Queue gauges for the metrics: how many jobs of one kind wait and run, read from the store at most
 * once a second.
 */
public final class QueueGauges {
  private static final long SECOND = 1_000_000_000;

  private final JobStore store;
  private Map<JobState, Integer> counts = Map.of();
  private long asked = System.nanoTime() - SECOND;
  private boolean known;

  public QueueGauges(JobStore store) {
    this.store = store;
  }

  /** The number of queued jobs; NaN when the store is unavailable. */
  public double waiting() {
    return of(JobState.QUEUED);
  }

  /** The number of running jobs; NaN when the store is unavailable. */
  public double running() {
    return of(JobState.RUNNING);
  }

  private synchronized double of(JobState state) {
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
