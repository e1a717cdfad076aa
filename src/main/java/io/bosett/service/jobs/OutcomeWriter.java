package io.bosett.service.jobs;

import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.NewJob;
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
 * expires, after which another process does the job again, to the same result. An embedded store
 * has no leases: there it retries until the store answers.
 */
final class OutcomeWriter {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeWriter.class);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final JobStore store;
  private final String owner;
  private final Outcomes outcomes;
  private final JobListener listener;

  OutcomeWriter(JobStore store, String owner, Outcomes outcomes, JobListener listener) {
    this.store = store;
    this.owner = owner;
    this.outcomes = outcomes;
    this.listener = listener;
  }

  /**
   * Writes an outcome, or returns the job to the queue.
   *
   * @param outcome null to return it to the queue
   * @return the job when it has ended so; empty when another outcome, or none, is stored
   */
  Optional<KeptJob> settle(Job job, @Nullable Outcome outcome) {
    DeferredSubmission deferred = job.deferred();
    Optional<KeptJob> ended = Optional.empty();
    if (deferred != null && deferred.claim()) {
      ended = submit(job, deferred, outcome);
    } else if (isOwn(job, deferred)) {
      ended = outcome == null ? release(job) : finish(job, outcome);
    }
    String label = job.kept().label();
    if (ended.isPresent() && outcome != null) {
      listener.ended(label, outcome.state(), outcome.status(), job.elapsed());
    } else {
      listener.givenBack(label);
    }
    return ended;
  }

  private static boolean isOwn(Job job, @Nullable DeferredSubmission deferred) {
    return (deferred == null || deferred.accepted().isPresent())
        && job.stopped() != StopReason.LOST;
  }

  /** Stores a job for the first time, as it ended, or to be queued; its caller hears of faults. */
  private Optional<KeptJob> submit(
      Job job, DeferredSubmission deferred, @Nullable Outcome outcome) {
    deferred.store(
        () -> outcome == null ? queued(deferred.job()) : ended(job, deferred.job(), outcome));
    return outcome == null ? Optional.empty() : deferred.accepted();
  }

  private JobStore.Submission queued(NewJob job) {
    return store.submit(job.withClaim(null), JobStore.QueueLimits.NONE);
  }

  private JobStore.Submission ended(Job job, NewJob submitted, Outcome outcome) {
    try {
      return store.submitEnded(submitted, outcome);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      return store.submitEnded(submitted, notKept(job, e));
    }
  }

  /**
   * Stores a job that was begun before and runs on, unless it is being stored already; when it is
   * another's, or cannot be stored, it stops here.
   */
  void store(Job job) {
    DeferredSubmission deferred = job.deferred();
    if (deferred == null || !deferred.claim()) {
      return;
    }
    deferred.store(() -> store.submit(deferred.job(), JobStore.QueueLimits.NONE));
    if (deferred.accepted().isEmpty()) {
      job.stop(StopReason.LOST);
    }
    deferred.publish();
  }

  private Outcome notKept(Job job, RuntimeException why) {
    LOG.error("the outcome of job {} cannot be stored", job.id(), why);
    return outcomes.failed(job, "its result could not be kept; this is a defect");
  }

  private Optional<KeptJob> finish(Job job, Outcome outcome) {
    try {
      return asked(job, () -> write(job, outcome));
    } catch (RuntimeException e) {
      Outcome failed = notKept(job, e);
      return asked(job, () -> write(job, failed));
    }
  }

  private Optional<KeptJob> write(Job job, Outcome outcome) {
    KeptJob a = job.kept();
    Optional<KeptJob> written = store.finish(a.id(), owner, a.attempt(), outcome);
    if (written.isEmpty()) {
      LOG.info("the lease of job {} is lost; nothing was written", a.id());
    }
    return written;
  }

  private Optional<KeptJob> release(Job job) {
    KeptJob a = job.kept();
    return asked(
        job,
        () -> {
          store.release(a.id(), owner, a.attempt());
          return Optional.empty();
        });
  }

  /** Asks the store, with retries; empty when it does not answer in time. */
  private static Optional<KeptJob> asked(Job job, Supplier<Optional<KeptJob>> question) {
    for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
      try {
        return question.get();
      } catch (StoreUnavailableException e) {
        if (job.isLeaseOver() || !paused(pause)) {
          LOG.warn("job {} will be done again: {}", job.id(), e.getMessage());
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
