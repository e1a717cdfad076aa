package io.bosett.service.jobs;

import io.bosett.store.AllocationStore;
import io.bosett.store.KeptAllocation;
import io.bosett.store.Outcome;
import io.bosett.store.StoreUnavailableException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the outcomes of jobs, with retries while the store is unavailable: until the lease
 * expires, after which another process solves the allocation again, to the same result; without
 * leases until the store answers.
 */
final class OutcomeWriter {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeWriter.class);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final AllocationStore store;
  private final String owner;
  private final Outcomes outcomes;
  private final SolveListener listener;

  OutcomeWriter(AllocationStore store, String owner, Outcomes outcomes, SolveListener listener) {
    this.store = store;
    this.owner = owner;
    this.outcomes = outcomes;
    this.listener = listener;
  }

  /**
   * Writes an outcome, or returns the allocation to the queue.
   *
   * @param ending null to return it to the queue
   * @return the allocation when it has ended so; empty when another outcome, or none, is stored
   */
  Optional<KeptAllocation> settle(Job job, @Nullable Outcome ending) {
    Optional<KeptAllocation> ended = Optional.empty();
    if (job.stopped() != StopReason.LOST) {
      ended = ending == null ? release(job) : finish(job, ending);
    }
    String solver = job.allocation.solver();
    if (ended.isPresent() && ending != null) {
      listener.ended(solver, ending.state(), ending.status(), job.elapsed());
    } else {
      listener.givenBack(solver);
    }
    return ended;
  }

  private Optional<KeptAllocation> finish(Job job, Outcome ending) {
    try {
      return asked(job, () -> write(job, ending));
    } catch (RuntimeException e) {
      LOG.error("the outcome of allocation {} cannot be stored", job.id(), e);
      Outcome failed = outcomes.failed(job, "its result could not be kept; this is a defect");
      return asked(job, () -> write(job, failed));
    }
  }

  private Optional<KeptAllocation> write(Job job, Outcome ending) {
    KeptAllocation a = job.allocation;
    Optional<KeptAllocation> written = store.finish(a.id(), owner, a.attempt(), ending);
    if (written.isEmpty()) {
      LOG.info("the lease of allocation {} is lost; nothing was written", a.id());
    }
    return written;
  }

  private Optional<KeptAllocation> release(Job job) {
    KeptAllocation a = job.allocation;
    return asked(
        job,
        () -> {
          store.release(a.id(), owner, a.attempt());
          return Optional.empty();
        });
  }

  /** Asks the store, with retries; empty when it does not answer in time. */
  private static Optional<KeptAllocation> asked(
      Job job, Supplier<Optional<KeptAllocation>> question) {
    for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
      try {
        return question.get();
      } catch (StoreUnavailableException e) {
        if (job.isLeaseOver() || !paused(pause)) {
          LOG.warn("allocation {} will be solved again: {}", job.id(), e.getMessage());
          return Optional.empty();
        }
      }
    }
  }

  /** Sleeps; false when this process is ending. */
  private static boolean paused(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
