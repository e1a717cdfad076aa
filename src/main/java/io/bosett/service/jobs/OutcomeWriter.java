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
 * Writes how jobs end. While the store does not answer it is asked again, until another process may
 * have taken the allocation over: then that process solves it once more, to the same result. Where
 * no other process may, it is asked until it answers.
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
   * Writes an end, or lets the allocation wait again.
   *
   * @param ending null to let it wait
   * @return the allocation when it has ended so; empty when another end, or none, is kept
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
      LOG.error("the end of allocation {} cannot be written", job.id(), e);
      Outcome failed = outcomes.failed(job, "its result could not be kept; this is a defect");
      return asked(job, () -> write(job, failed));
    }
  }

  private Optional<KeptAllocation> write(Job job, Outcome ending) {
    KeptAllocation a = job.allocation;
    Optional<KeptAllocation> written = store.finish(a.id(), owner, a.attempt(), ending);
    if (written.isEmpty()) {
      LOG.info("allocation {} is no longer this process's; nothing was written", a.id());
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

  /** What the store answers; empty when it does not answer in time. */
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

  /** False when this process ends. */
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
