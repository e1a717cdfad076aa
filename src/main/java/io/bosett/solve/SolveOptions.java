package io.bosett.solve;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a solve is to go.
 *
 * @param timeLimit positive; wall time of the solve
 * @param seed for solvers that draw
 * @param workers threads, at least 1
 * @param start prices to start from, such as those of a similar scenario, or null
 * @param cancel asks the solve to stop
 * @param progress hears of incumbents and bounds
 */
public record SolveOptions(
    Duration timeLimit,
    long seed,
    int workers,
    @Nullable ScaledMultipliers start,
    CancellationToken cancel,
    ProgressListener progress) {
  /** The time limit when none is given. */
  public static final Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(60);

  /** One worker, seed 1, 60 seconds, nobody listening. */
  public static final SolveOptions DEFAULT =
      new SolveOptions(
          DEFAULT_TIME_LIMIT, 1, 1, null, new CancellationToken(), ProgressListener.NONE);

  /** The same with another time limit. */
  public SolveOptions withTimeLimit(Duration limit) {
    return new SolveOptions(limit, seed, workers, start, cancel, progress);
  }

  /** The same with somebody listening. */
  public SolveOptions withProgress(ProgressListener listener) {
    return new SolveOptions(timeLimit, seed, workers, start, cancel, listener);
  }

  /** The same with another handle to cancel by. */
  public SolveOptions withCancel(CancellationToken handle) {
    return new SolveOptions(timeLimit, seed, workers, start, handle, progress);
  }

  /** The same starting from other prices. */
  public SolveOptions withStart(@Nullable ScaledMultipliers prices) {
    return new SolveOptions(timeLimit, seed, workers, prices, cancel, progress);
  }
}
