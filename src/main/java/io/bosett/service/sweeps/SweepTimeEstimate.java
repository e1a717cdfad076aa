package io.bosett.service.sweeps;

import io.bosett.store.JobProgress;
import org.jspecify.annotations.Nullable;

/**
 * The progress rate of a run of this process. What was there before it began does not count, nor
 * does the time before, in which the sweep was read.
 *
 * @param pointsBefore points that were there when the run began
 * @param millisBefore from the start of the job until then
 */
public record SweepTimeEstimate(long pointsBefore, long millisBefore) {
  private static final double MILLIS = 1e3;

  /** Points a second; null before the first. */
  public @Nullable Double pointsPerSecond(JobProgress progress) {
    long points = progress.done() - pointsBefore;
    long millis = progress.elapsedMillis() - millisBefore;
    return points <= 0 || millis <= 0 ? null : points * MILLIS / millis;
  }

  /** Seconds left at that rate; null when there is none. */
  public @Nullable Double secondsLeft(JobProgress progress) {
    @Nullable Double rate = pointsPerSecond(progress);
    return rate == null ? null : (progress.planned() - progress.done()) / rate;
  }
}
