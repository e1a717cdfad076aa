package io.bosett.service.sweeps;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The settings of sweeps.
 *
 * @param folder below which each sweep has a folder with its results
 * @param threads of a sweep; one sweep runs at a time
 * @param points limit on the points of a sweep
 * @param bytes limit on the results of all sweeps together
 * @param spark on which sweeps may run too, or null
 * @param retries when results cannot be kept
 */
public record SweepSettings(
    Path folder,
    int threads,
    long points,
    long bytes,
    @Nullable SparkSettings spark,
    RetryBackoff retries) {
  /** The usual limit on points. */
  public static final long POINTS = 1_000_000;

  /** The usual limit on all results, 10 GB. */
  public static final long BYTES = 10_000_000_000L;

  /** The same with a limit on all results. */
  public SweepSettings withBytes(long most) {
    return new SweepSettings(folder, threads, points, most, spark, retries);
  }

  /** The same with a Spark. */
  public SweepSettings withSpark(@Nullable SparkSettings other) {
    return new SweepSettings(folder, threads, points, bytes, other, retries);
  }

  /** The same with other pauses before results are tried to be kept again. */
  public SweepSettings withRetries(RetryBackoff other) {
    return new SweepSettings(folder, threads, points, bytes, spark, other);
  }

  /** The same in another folder. */
  public SweepSettings at(Path other) {
    return new SweepSettings(other, threads, points, bytes, spark, retries);
  }

  /** The usual number of threads: half of those that solve, at least one. */
  public static int usualThreads(int solving) {
    return Math.max(1, solving / 2);
  }

  /** The defaults in a folder. */
  public static SweepSettings in(Path folder) {
    return new SweepSettings(
        folder,
        usualThreads(Runtime.getRuntime().availableProcessors()),
        POINTS,
        BYTES,
        null,
        RetryBackoff.USUAL);
  }
}
