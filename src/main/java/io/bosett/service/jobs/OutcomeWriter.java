package io.bosett.service.jobs;

import io.bosett.store.AllocationStore;
import io.bosett.store.KeptAllocation;
import io.bosett.store.Outcome;
import io.bosett.store.StoreUnavailableException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
   */
  void settle(Job job, @Nullable Outcome ending) {
    boolean ended = false;
    if (job.stopped() != StopReason.LOST) {
      ended = ending == null ? release(job) : finish(job, ending);
    }
    String solver = job.allocation.solver();
    if (ended && ending != null) {
      listener.ended(solver, ending.state(), ending.status(), job.elapsed());
    } else {
      listener.givenBack(solver);
    }
  }

  private boolean finish(Job job, Outcome ending) {
    try {
      return asked(job, () -> write(job, ending));
    } catch (RuntimeException e) {
      LOG.error("the outcome of allocation {} cannot be stored", job.id(), e);
      Outcome failed = outcomes.failed(job, "its result could not be kept; this is a defect");
      return asked(job, () -> write(job, failed));
    }
  }

  private boolean write(Job job, Outcome ending) {
    KeptAllocation a = job.allocation;
    boolean written = store.finish(a.id(), owner, a.attempt(), ending);
    if (!written) {
      LOG.info("the lease of allocation {} is lost; nothing was written", a.id());
    }
    return written;
  }

  private boolean release(Job job) {
    KeptAllocation a = job.allocation;
    asked(job, () -> store.release(a.id(), owner, a.attempt()));
    return false;
  }

  /** Asks the store, with retries; false when it does not answer in time. */
  private static boolean asked(Job job, BooleanSupplier question) {
    for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
      try {
        return question.getAsBoolean();
      } catch (StoreUnavailableException e) {
        if (job.isLeaseOver() || !paused(pause)) {
          LOG.warn("allocation {} will be solved again: {}", job.id(), e.getMessage());
          return false;
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
