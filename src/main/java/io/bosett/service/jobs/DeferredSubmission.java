package io.bosett.service.jobs;

import io.bosett.solve.CompiledProblem;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.NewJob;
import io.bosett.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The deferred write of a job that was begun before it was stored, because its caller waits for its
 * end: it is stored once, with its end when that comes soon, else when it has waited for {@link
 * HandoffQueue#LONGEST} or run for {@link #LONGEST}. Until then nobody knows its id, so nobody can
 * ask for it. Thread-safe.
 */
final class DeferredSubmission {
  /** After this time of running the next round of the watchdog has it stored without its end. */
  static final Duration LONGEST = Duration.ofMillis(50);

  /** A job without candidates takes as much as these. */
  private static final int EMPTY = 50;

  /** Bytes of a document that take as much as a candidate. */
  private static final int BYTES = 1_000;

  private final NewJob job;
  private final CompiledProblem known;
  private final long begin = System.nanoTime();
  private final AtomicBoolean claimed = new AtomicBoolean();
  private final CompletableFuture<JobStore.Submission> written = new CompletableFuture<>();
  private final CompletableFuture<JobStore.Submission> published = new CompletableFuture<>();

  /**
   * @param job with the claim of its owner
   * @param known the problem that it poses
   */
  DeferredSubmission(NewJob job, CompiledProblem known) {
    this.job = job;
    this.known = known;
  }

  NewJob job() {
    return job;
  }

  CompiledProblem known() {
    return known;
  }

  /** As it will be stored, unless it must wait. */
  KeptJob begun() {
    NewJob.Claim claim = Objects.requireNonNull(job.claim());
    return job.kept(claim, Objects.requireNonNull(claim.begun()));
  }

  /** The size of its problem in candidates, by which its time and memory are reckoned. */
  int size() {
    return EMPTY + known.candidates() + job.scenario().bytes().length / BYTES;
  }

  /** Since it was submitted. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Whether the caller is the first, and so the one to store it. */
  boolean claim() {
    return claimed.compareAndSet(false, true);
  }

  boolean isClaimed() {
    return claimed.get();
  }

  /** Stores it, or notes why that failed; for whom {@link #claim} was true. */
  void store(Supplier<JobStore.Submission> write) {
    try {
      written.complete(write.get());
    } catch (RuntimeException | Error e) {
      written.completeExceptionally(e);
    }
  }

  /** As it was stored, if it was, as this process's own; waits while it is being stored. */
  Optional<KeptJob> accepted() {
    try {
      return written.join() instanceof JobStore.Submission.Accepted accepted
          ? Optional.of(accepted.job())
          : Optional.empty();
    } catch (CompletionException notStored) {
      return Optional.empty();
    }
  }

  /** Why it could not be stored, when the store was unavailable; waits while it is being stored. */
  @Nullable StoreUnavailableException storeFailure() {
    try {
      written.join();
      return null;
    } catch (CompletionException e) {
      return e.getCause() instanceof StoreUnavailableException unavailable ? unavailable : null;
    }
  }

  /** Whether it is stored by now. */
  boolean isStored() {
    return written.isDone() && accepted().isPresent();
  }

  /** Tells the caller, once it is written. */
  void publish() {
    if (!written.isDone()) {
      return;
    }
    try {
      published.complete(written.join());
    } catch (CompletionException e) {
      published.completeExceptionally(e.getCause());
    }
  }

  /** What has become of it, once it is durable. */
  CompletableFuture<JobStore.Submission> published() {
    return published;
  }
}
