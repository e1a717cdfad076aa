package io.bosett.service.jobs;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue in memory of jobs whose callers wait and that found no free slot: for the moment
 * of {@link DeferredSubmission#LONGEST}, after which the watchdog's next round queues them in the
 * store. Whoever takes one out has it to itself. Thread-safe.
 */
final class HandoffQueue {
  private final int most;
  private final AtomicInteger size = new AtomicInteger();
  private final Queue<DeferredSubmission> jobs = new ConcurrentLinkedQueue<>();

  /**
   * @param most jobs in it
   */
  HandoffQueue(int most) {
    this.most = most;
  }

  /** Adds a job; false when the queue is full. */
  boolean offer(DeferredSubmission job) {
    if (size.incrementAndGet() > most) {
      size.decrementAndGet();
      return false;
    }
    return jobs.add(job);
  }

  /** Takes the first job; null when there is none. */
  @Nullable DeferredSubmission poll() {
    DeferredSubmission first = jobs.poll();
    if (first != null) {
      size.decrementAndGet();
    }
    return first;
  }

  /** Takes this job; false when somebody else has it. */
  boolean take(DeferredSubmission job) {
    boolean taken = jobs.remove(job);
    if (taken) {
      size.decrementAndGet();
    }
    return taken;
  }

  /** Takes the first job if it has waited for too long; null when it has not. */
  @Nullable DeferredSubmission pollOverdue() {
    DeferredSubmission first = jobs.peek();
    return first != null && first.isOverdue() && take(first) ? first : null;
  }

  boolean isEmpty() {
    return jobs.isEmpty();
  }
}
