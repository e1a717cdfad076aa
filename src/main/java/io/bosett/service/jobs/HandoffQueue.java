package io.bosett.service.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue in memory of jobs whose callers wait and that found no free slot: for the moment
 * of {@link DeferredSubmission#LONGEST}, after which they are queued in the store. Whoever takes
 * one out has it to itself. Thread-safe.
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

  /** Takes those that have waited for too long. */
  List<DeferredSubmission> overdue() {
    List<DeferredSubmission> overdue = new ArrayList<>();
    for (DeferredSubmission job : jobs) {
      if (job.isOverdue() && take(job)) {
        overdue.add(job);
      }
    }
    return overdue;
  }

  boolean isEmpty() {
    return jobs.isEmpty();
  }
}
