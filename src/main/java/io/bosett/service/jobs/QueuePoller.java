package io.bosett.service.jobs;

import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import java.time.Duration;
import java.util.List;

/**
 * Claims queued jobs for free threads: at once when a submission wakes it, and by polling, because
 * other processes submit as well, and die.
 */
final class QueuePoller {
  private static final Duration OF_SHARED_STORE = Duration.ofMillis(500);
  private static final Duration OF_OWN_STORE = Duration.ofSeconds(2);

  private final JobStore store;
  private final String owner;
  private final Duration lease;
  private final Duration pause;
  private final WorkerPool workers;
  private volatile boolean moreWait = true;
  private volatile boolean starved;

  QueuePoller(JobStore store, boolean shared, String owner, Duration lease, WorkerPool workers) {
    this.store = store;
    this.owner = owner;
    this.lease = lease;
    this.pause = shared ? OF_SHARED_STORE : OF_OWN_STORE;
    this.workers = workers;
  }

  /** Notes that the queue is not empty. */
  void expectMore() {
    moreWait = true;
  }

  /** Whether this process knows of queued jobs. */
  boolean expectsMore() {
    return moreWait;
  }

  /** Whether the last poll found no free slot: then the next free one is for a poll. */
  boolean isStarved() {
    return starved;
  }

  /** Claims once; returns the delay until the next poll. */
  Duration fetch() {
    int places = workers.reserveAll();
    starved = places == 0;
    if (starved) {
      return pause;
    }
    int used = 0;
    boolean started = true;
    boolean heard = false;
    try {
      moreWait = false;
      long asked = System.nanoTime();
      List<KeptJob> claimed = store.claim(owner, places, lease);
      heard = true;
      for (KeptJob job : claimed) {
        used++;
        started &= workers.start(job, null, asked);
      }
    } finally {
      workers.unreserve(places - used);
      if (used == places || !heard) {
        moreWait = true;
      }
    }
    return used == places && started ? Duration.ZERO : pause;
  }
}
