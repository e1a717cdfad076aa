package io.bosett.service.jobs;

import io.bosett.store.AllocationStore;
import io.bosett.store.SolveProgress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the store that this process is alive and how far its solves are, and hears which of them
 * are to stop. Solves that end soon are not worth telling of.
 */
final class LeaseHeartbeat {
  private static final Duration MOST_OFTEN = Duration.ofMillis(400);
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final AllocationStore store;
  private final String owner;
  private final Duration lease;
  private final Duration pause;
  private final SolverPool crew;

  LeaseHeartbeat(AllocationStore store, String owner, Duration lease, SolverPool crew) {
    this.store = store;
    this.owner = owner;
    this.lease = lease;
    this.crew = crew;
    Duration third = lease.dividedBy(3);
    pause = third.compareTo(MOST_OFTEN) < 0 ? third : MOST_OFTEN;
  }

  /** The least time between two times. */
  Duration pause() {
    return pause;
  }

  /** Renews once; gives the time until the next time. */
  Duration renew() {
    if (crew.running().isEmpty()) {
      return IDLE;
    }
    List<Job> jobs =
        crew.running().stream().filter(job -> job.elapsed().compareTo(pause) >= 0).toList();
    if (!jobs.isEmpty()) {
      Map<String, SolveProgress> progress = new HashMap<>();
      jobs.forEach(job -> progress.put(job.id(), job.progress()));
      long asked = System.nanoTime();
      Map<String, Boolean> owned = store.renew(owner, lease, progress);
      jobs.forEach(job -> heard(job, owned.get(job.id()), asked));
    }
    return pause;
  }

  /**
   * @param stop whether it is to stop; null when it is no longer this process's
   */
  private void heard(Job job, @Nullable Boolean stop, long asked) {
    if (stop == null) {
      // So it is too when its end was written meanwhile; then this has no effect.
      job.stop(StopReason.LOST);
      return;
    }
    job.renewed(asked);
    if (stop) {
      job.stop(StopReason.CANCELED);
    }
  }
}
