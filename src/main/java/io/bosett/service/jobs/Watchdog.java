package io.bosett.service.jobs;

import io.bosett.store.Outcome;
import java.time.Duration;

/**
 * Sees to it that what is to stop does. A thread that has not come back 0.8 seconds after it was
 * told is replaced. By then a canceled allocation for which nothing was found has ended without a
 * result, and one of a process that closes waits again; where something was found, or the time
 * limit was the reason, the answer, which may be in the midst of being checked, is waited for a
 * little longer: the best found so far is to stay.
 */
final class Watchdog {
  static final Duration ROUND = Duration.ofMillis(100);

  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMillis(800);
  private static final Duration PATIENCE_WITH_ANSWERS = Duration.ofSeconds(10);

  private final SolverPool crew;
  private final Outcomes outcomes;

  Watchdog(SolverPool crew, Outcomes outcomes) {
    this.crew = crew;
    this.outcomes = outcomes;
  }

  /** Looks after all that runs; gives the time until the next round. */
  Duration look() {
    crew.running().forEach(this::look);
    return crew.running().isEmpty() ? IDLE : ROUND;
  }

  private void look(Job job) {
    if (job.isOverdue() && job.stopped() == null) {
      job.stop(StopReason.TIME_LIMIT);
    }
    Duration since = job.stoppingFor();
    if (since.compareTo(PATIENCE) > 0 && !job.isSettled()) {
      crew.replace(job);
      if (!answerCounts(job) || since.compareTo(PATIENCE_WITH_ANSWERS) > 0) {
        giveUp(job);
      }
    }
  }

  private static boolean answerCounts(Job job) {
    boolean found = job.progress().objective() != null;
    return job.stopped() == StopReason.TIME_LIMIT
        || (job.stopped() == StopReason.CANCELED && found);
  }

  private void giveUp(Job job) {
    StopReason why = job.stopped();
    Outcome ending = null;
    if (why == StopReason.CANCELED) {
      ending = outcomes.canceled(job);
    } else if (why == StopReason.TIME_LIMIT) {
      ending = outcomes.failed(job, "the solver did not stop when its time was over");
    }
    crew.giveUp(job, ending);
  }
}
