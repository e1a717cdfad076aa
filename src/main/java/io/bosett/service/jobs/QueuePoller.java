package io.bosett.service.jobs;

import io.bosett.store.AllocationStore;
import io.bosett.store.KeptAllocation;
import java.time.Duration;
import java.util.List;

/**
 * Claims queued allocations for free solver threads: at once when a submission wakes it, and by
 * polling, because other processes submit as well, and die.
 */
final class QueuePoller {
  private static final Duration OF_SHARED_STORE = Duration.ofMillis(500);
  private static final Duration OF_OWN_STORE = Duration.ofSeconds(2);

  private final AllocationStore store;
  private final String owner;
  private final Duration lease;
  private final Duration pause;
  private final SolverPool crew;
  private volatile boolean moreWait = true;

  QueuePoller(
      AllocationStore store, boolean shared, String owner, Duration lease, SolverPool crew) {
    this.store = store;
    this.owner = owner;
    this.lease = lease;
    this.pause = shared ? OF_SHARED_STORE : OF_OWN_STORE;
    this.crew = crew;
  }

  /** Notes that the queue is not empty. */
  void expectMore() {
    moreWait = true;
  }

  /** Whether this process knows of queued allocations. */
  boolean expectsMore() {
    return moreWait;
  }

  /** Claims once; returns the delay until the next poll. */
  Duration fetch() {
    int places = crew.reserveAll();
    if (places == 0) {
      return pause;
    }
    int used = 0;
    try {
      moreWait = false;
      long asked = System.nanoTime();
      List<KeptAllocation> claimed = store.claim(owner, places, lease);
      for (KeptAllocation allocation : claimed) {
        crew.start(allocation, null, asked);
        used++;
      }
    } finally {
      crew.unreserve(places - used);
      moreWait |= used == places;
    }
    return used == places ? Duration.ZERO : pause;
  }
}
