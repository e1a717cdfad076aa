package io.bosett.http.ops;

import io.bosett.model.Result;
import io.bosett.service.jobs.SolveListener;
import io.bosett.store.JobState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Counts solves and estimates the time of one as an exponential moving average, for {@code
 * Retry-After}.
 */
public final class SolveTimeEstimate implements SolveListener {
  private static final double WEIGHT_OF_LAST = 0.05;
  private static final double FIRST_GUESS = 0.1;
  private static final int LONGEST_SECONDS = 60;

  private final Metrics metrics;
  private final int threads;
  private double meanSeconds = FIRST_GUESS;

  /**
   * @param threads that solve in this process
   */
  public SolveTimeEstimate(Metrics metrics, int threads) {
    this.metrics = metrics;
    this.threads = threads;
  }

  @Override
  public void ended(
      String solver, JobState state, Result.@Nullable Status status, Duration duration) {
    metrics.solve(solver, state.name(), status == null ? "none" : status.name(), duration);
    synchronized (this) {
      double seconds = duration.toNanos() / 1e9;
      meanSeconds += WEIGHT_OF_LAST * (seconds - meanSeconds);
    }
  }

  /** Estimated time until half of the waiting allocations are solved, at most a minute. */
  public synchronized Duration untilHalfOf(int waiting) {
    double seconds = waiting * meanSeconds / threads / 2;
    return Duration.ofSeconds((long) Math.min(LONGEST_SECONDS, Math.ceil(seconds)));
  }
}
