package io.bosett.service.jobs;

import io.bosett.store.JobStore;
import io.bosett.store.StoreUnavailableException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The hand-off of jobs whose callers wait to the threads, before they are stored: at once where a
 * slot is free, else through the {@link HandoffQueue}; what waits there for too long is queued in
 * the store. Thread-safe.
 */
final class Handoff {
  /** The size of some 120 letters, which a thread solves in less than a third of a second. */
  private static final long SIZE_PER_THREAD = 50_000;

  /** Limit on the threads that queue overdue jobs in the store. */
  private static final int MOST_ENQUEUING = 8;

  private final JobStore store;
  private final JobStore.QueueLimits limits;
  private final WorkerPool workers;
  private final Runnable whenWaiting;
  private final Runnable whenQueued;
  private final HandoffQueue waiting;
  private final Semaphore enqueuing = new Semaphore(MOST_ENQUEUING);
  private volatile boolean closed;

  /**
   * @param threads of the workers
   * @param whenWaiting run when a job waits in memory
   * @param whenQueued run when one was queued in the store
   */
  Handoff(
      JobStore store,
      JobStore.QueueLimits limits,
      WorkerPool workers,
      int threads,
      Runnable whenWaiting,
      Runnable whenQueued) {
    this.store = store;
    this.limits = limits;
    this.workers = workers;
    this.whenWaiting = whenWaiting;
    this.whenQueued = whenQueued;
    waiting = new HandoffQueue(SIZE_PER_THREAD * threads);
  }

  /** Takes a job over; false when as many wait as may. */
  boolean offer(DeferredSubmission job) {
    if (waiting.isEmpty() && workers.reserve()) {
      workers.start(job);
      return true;
    }
    if (!waiting.offer(job)) {
      return false;
    }
    whenWaiting.run();
    startWaiting();
    if (closed && waiting.take(job)) {
      enqueue(job, null);
    }
    return true;
  }

  /** Starts those that wait, as far as there are free slots. */
  void startWaiting() {
    while (!waiting.isEmpty() && workers.reserve()) {
      DeferredSubmission next = waiting.poll();
      if (next == null) {
        workers.unreserve(1);
      } else {
        workers.start(next);
      }
    }
  }

  /**
   * Queues those in the store that have waited for too long, on some threads at a time. When they
   * are more than these get done, nobody can be taken over soon, and submissions wait for the store
   * themselves.
   */
  void queueOverdue() {
    while (waiting.hasOverdue() && enqueuing.tryAcquire()) {
      Runnable work =
          () -> {
            try {
              enqueueOverdue();
            } finally {
              enqueuing.release();
            }
          };
      try {
        workers.execute(work);
      } catch (RuntimeException | OutOfMemoryError e) {
        work.run();
      }
    }
  }

  private void enqueueOverdue() {
    StoreUnavailableException failure = null;
    for (DeferredSubmission job = waiting.pollOverdue(); job != null; job = waiting.pollOverdue()) {
      failure = enqueue(job, failure);
    }
  }

  /**
   * @param before why the one before could not be stored: then this one need not wait for the same
   * @return why this one could not, if so
   */
  private @Nullable StoreUnavailableException enqueue(
      DeferredSubmission job, @Nullable StoreUnavailableException before) {
    if (!job.claim()) {
      return before;
    }
    job.store(
        () -> {
          if (before != null) {
            throw before;
          }
          return store.submit(job.job().withClaim(null), limits);
        });
    whenQueued.run();
    job.publish();
    return job.storeFailure();
  }

  /** Whether none waits. */
  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Queues all that wait in the store. */
  void close() {
    closed = true;
    StoreUnavailableException failure = null;
    for (DeferredSubmission job = waiting.poll(); job != null; job = waiting.poll()) {
      failure = enqueue(job, failure);
    }
  }
}
