package io.bosett.http.ops;

import io.bosett.model.Result;
import io.bosett.service.jobs.JobListener;
import io.bosett.store.JobState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Counts jobs of one kind and estimates the time of one as an exponential moving average, for
 * {@code Retry-After}.
 */
public final class JobTimeEstimate implements JobListener {
  private static final double WEIGHT_OF_LAST = 0.05;
  private static final double FIRST_GUESS = 0.1;
  private static final int LONGEST_SECONDS = 60;

  private final Recorder recorder;
  private final int threads;
  private double meanSeconds = FIRST_GUESS;

  /**
   * @param recorder keeps the time of each for the metrics
   * @param threads that do such jobs in this process
   */
  public JobTimeEstimate(Recorder recorder, int threads) {
    this.recorder = recorder;
    this.threads = threads;
  }

  /** Records a job that has ended. */
  @FunctionalInterface
  public interface Recorder {
    void record(String label, String state, String status, Duration duration);
  }

  @Override
  public void ended(
      String label, JobState state, Result.@Nullable Status status, Duration duration) {
    recorder.record(label, state.name(), status == null ? "none" : status.name(), duration);
    synchronized (this) {
      double seconds = duration.toNanos() / 1e9;
      meanSeconds += WEIGHT_OF_LAST * (seconds - meanSeconds);
    }
  }

  /** Estimated time until half of the waiting jobs are done, at most a minute. */
  public synchronized Duration untilHalfOf(int waiting) {
    double seconds = waiting * meanSeconds / threads / 2;
    return Duration.ofSeconds((long) Math.min(LONGEST_SECONDS, Math.ceil(seconds)));
  }
}
