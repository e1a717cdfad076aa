package io.bosett.service.jobs;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A queue in memory of jobs whose callers wait and that found no free slot, bounded by the size of
 * their problems. What has waited for {@link #LONGEST} is queued in the store by the watchdog's
 * next round. Whoever takes one out has it to itself. Thread-safe.
 */
final class HandoffQueue {
  /**
   * Long enough for a pause of the store, or a crowd of callers, to pass: a job that is queued in
   * the store is written three times, read and compiled anew, and when all are, the rate that was
   * kept up with before is not any more.
   */
  static final Duration LONGEST = Duration.ofMillis(500);

  private final long most;
  private final AtomicLong size = new AtomicLong();
  private final Queue<DeferredSubmission> jobs = new ConcurrentLinkedQueue<>();

  /**
   * @param most sum of the jobs' sizes
   */
  HandoffQueue(long most) {
    this.most = most;
  }

  /** Adds a job; false when there is no room for it. */
  boolean offer(DeferredSubmission job) {
    if (size.addAndGet(job.size()) > most) {
      size.addAndGet(-job.size());
      return false;
    }
    return jobs.add(job);
  }

  /** Takes the first job; null when there is none. */
  @Nullable DeferredSubmission poll() {
    DeferredSubmission first = jobs.poll();
    if (first != null) {
      size.addAndGet(-first.size());
    }
    return first;
  }

  /** Takes this job; false when somebody else has it. */
  boolean take(DeferredSubmission job) {
    boolean taken = jobs.remove(job);
    if (taken) {
      size.addAndGet(-job.size());
    }
    return taken;
  }

  /** Takes the first job if it has waited for too long; null when it has not. */
  @Nullable DeferredSubmission pollOverdue() {
    for (DeferredSubmission first = jobs.peek(); isOverdue(first); first = jobs.peek()) {
      if (first != null && take(first)) {
        return first;
      }
    }
    return null;
  }

  /** Whether the first job has waited for too long. */
  boolean hasOverdue() {
    return isOverdue(jobs.peek());
  }

  private static boolean isOverdue(@Nullable DeferredSubmission job) {
    return job != null && job.age().compareTo(LONGEST) > 0;
  }

  boolean isEmpty() {
    return jobs.isEmpty();
  }
}
