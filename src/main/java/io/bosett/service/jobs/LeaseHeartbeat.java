package io.bosett.service.jobs;

import io.bosett.store.JobProgress;
import io.bosett.store.JobStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lease heartbeat: renews the leases of its queue's running jobs, stores their progress, and
 * learns which of them are canceled. Short jobs end before their first renewal.
 */
final class LeaseHeartbeat {
  private static final Duration MOST_OFTEN = Duration.ofMillis(400);
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final JobStore store;
  private final String owner;
  private final Duration lease;
  private final Duration pause;
  private final WorkerPool workers;

  LeaseHeartbeat(JobStore store, String owner, Duration lease, WorkerPool workers) {
    this.store = store;
    this.owner = owner;
    this.lease = lease;
    this.workers = workers;
    Duration third = lease.dividedBy(3);
    pause = third.compareTo(MOST_OFTEN) < 0 ? third : MOST_OFTEN;
  }

  /** The least delay between two renewals. */
  Duration pause() {
    return pause;
  }

  /** Renews all leases once; returns the delay until the next renewal. */
  Duration renew() {
    if (workers.running().isEmpty()) {
      return IDLE;
    }
    List<Job> jobs =
        workers.running().stream()
            .filter(job -> job.elapsed().compareTo(pause) >= 0 && job.isStored())
            .toList();
    if (!jobs.isEmpty()) {
      Map<String, JobProgress> progress = new HashMap<>();
      jobs.forEach(job -> progress.put(job.id(), job.progress()));
      long asked = System.nanoTime();
      Map<String, Boolean> owned = store.renew(owner, lease, progress);
      jobs.forEach(job -> heard(job, owned.get(job.id()), asked));
    }
    return pause;
  }

  /**
   * @param stop whether it is canceled; null when this process no longer owns it
   */
  private void heard(Job job, @Nullable Boolean stop, long asked) {
    if (stop == null) {
      // Or its outcome has been written meanwhile; then the stop has no effect.
      job.stop(StopReason.LOST);
      return;
    }
    job.renewed(asked);
    if (stop) {
      job.stop(StopReason.CANCELED);
    }
  }
}
