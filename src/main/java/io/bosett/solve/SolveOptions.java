package io.bosett.solve;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of one solve.
 *
 * @param timeLimit positive; wall time of the solve
 * @param seed of random numbers
 * @param workers threads, at least 1
 * @param start multipliers for a warm start, such as those of a similar scenario, or null
 * @param cancel asks the solve to stop
 * @param progress is notified of incumbents and bounds
 * @param effort limits of effort, beside that of time
 */
public record SolveOptions(
    Duration timeLimit,
    long seed,
    int workers,
    @Nullable ScaledMultipliers start,
    CancellationToken cancel,
    ProgressListener progress,
    EffortLimits effort) {
  /** The default time limit. */
  public static final Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(60);

  /** One worker, seed 1, 60 seconds, no listener. */
  public static final SolveOptions DEFAULT =
      new SolveOptions(
          DEFAULT_TIME_LIMIT, 1, 1, null, new CancellationToken(), ProgressListener.NONE);

  /** Options with the usual limits of effort. */
  public SolveOptions(
      Duration timeLimit,
      long seed,
      int workers,
      @Nullable ScaledMultipliers start,
      CancellationToken cancel,
      ProgressListener progress) {
    this(timeLimit, seed, workers, start, cancel, progress, EffortLimits.DEFAULT);
  }

  /** A copy with another time limit. */
  public SolveOptions withTimeLimit(Duration limit) {
    return new SolveOptions(limit, seed, workers, start, cancel, progress, effort);
  }

  /** A copy with another listener. */
  public SolveOptions withProgress(ProgressListener listener) {
    return new SolveOptions(timeLimit, seed, workers, start, cancel, listener, effort);
  }

  /** A copy with another cancellation token. */
  public SolveOptions withCancel(CancellationToken handle) {
    return new SolveOptions(timeLimit, seed, workers, start, handle, progress, effort);
  }

  /** A copy with other multipliers for a warm start. */
  public SolveOptions withStart(@Nullable ScaledMultipliers prices) {
    return new SolveOptions(timeLimit, seed, workers, prices, cancel, progress, effort);
  }

  /** A copy with other limits of effort. */
  public SolveOptions withEffort(EffortLimits limits) {
    return new SolveOptions(timeLimit, seed, workers, start, cancel, progress, limits);
  }
}
