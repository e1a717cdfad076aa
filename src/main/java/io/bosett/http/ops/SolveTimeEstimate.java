package io.bosett.http.ops;

import io.bosett.model.Result;
import io.bosett.service.jobs.SolveListener;
import io.bosett.store.JobState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hears of solves: counts them, and knows how long one takes of late. */
public final class SolveTimeEstimate implements SolveListener {
  private static final double WEIGHT_OF_LAST = 0.05;
  private static final double FIRST_GUESS = 0.1;
  private static final int LONGEST_SECONDS = 60;

  private final Metrics metrics;
  private final int threads;
  private double meanSeconds = FIRST_GUESS;

  /**
   * @param threads that solve
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

  /** When half of so many that wait will have had their turn. */
  public synchronized Duration untilHalfOf(int waiting) {
    double seconds = waiting * meanSeconds / threads / 2;
    return Duration.ofSeconds((long) Math.min(LONGEST_SECONDS, Math.ceil(seconds)));
  }
}
