package io.bosett.service.jobs;

import io.bosett.store.Outcome;
import java.time.Duration;

/**
 * The watchdog over running jobs: stores those that were begun before they were stored ({@link
 * DeferredSubmission}) and do not end soon, enforces time limits, and replaces stuck threads, 0.8
 * seconds after they were told to stop. At that moment a canceled job that has found nothing ends
 * without a result, and one of a process that shuts down returns to the queue. When it has found
 * something, or at the time limit, the watchdog waits ten seconds for the answer, which may be in
 * the checker: what is known is to be kept.
 */
final class Watchdog {
  static final Duration ROUND = Duration.ofMillis(100);

  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration GRACE_PERIOD = Duration.ofMillis(800);
  private static final Duration PATIENCE_WITH_ANSWERS = Duration.ofSeconds(10);

  private final WorkerPool workers;
  private final Outcomes outcomes;
  private final JobRunner runner;

  Watchdog(WorkerPool workers, Outcomes outcomes, JobRunner runner) {
    this.workers = workers;
    this.outcomes = outcomes;
    this.runner = runner;
  }

  /** Checks all running jobs; returns the delay until the next check. */
  Duration look() {
    workers.running().forEach(this::look);
    return workers.running().isEmpty() ? IDLE : ROUND;
  }

  private void look(Job job) {
    DeferredSubmission deferred = job.deferred();
    if (deferred != null
        && !deferred.isClaimed()
        && job.elapsed().compareTo(DeferredSubmission.LONGEST) > 0) {
      workers.store(job);
    }
    if (job.isOverdue() && job.stopped() == null) {
      job.stop(StopReason.TIME_LIMIT);
    }
    Duration since = job.stoppingFor();
    if (since.compareTo(GRACE_PERIOD) > 0 && !job.isSettled()) {
      workers.replace(job);
      if (!answerCounts(job) || since.compareTo(PATIENCE_WITH_ANSWERS) > 0) {
        giveUp(job);
      }
    }
  }

  private boolean answerCounts(Job job) {
    boolean found = runner.hasFound(job);
    return job.stopped() == StopReason.TIME_LIMIT
        || (job.stopped() == StopReason.CANCELED && found);
  }

  private void giveUp(Job job) {
    StopReason why = job.stopped();
    Outcome outcome = null;
    if (why == StopReason.CANCELED) {
      outcome = outcomes.canceled(job);
    } else if (why == StopReason.TIME_LIMIT) {
      outcome = outcomes.failed(job, "it did not stop when its time was over");
    }
    workers.giveUp(job, outcome);
  }
}
