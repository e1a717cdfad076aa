package io.bosett.store;

import org.jspecify.annotations.Nullable;

/**
 * The progress of a job.
 *
 * @param sequence larger by one with each change, 0 before the first
 * @param objective of the incumbent in 10<sup>-6</sup> person, or null
 * @param bound proven so far in 10<sup>-6</sup> person, or null
 * @param done steps so far, such as solves of an analysis; 0 where steps are not counted
 * @param planned steps so far, those done included; may grow
 * @param elapsedMillis since the job began
 */
public record JobProgress(
    long sequence,
    @Nullable Long objective,
    @Nullable Long bound,
    long done,
    long planned,
    long elapsedMillis) {
  /** Before the start. */
  public static final JobProgress NONE = new JobProgress(0, null, null, 0);

  /** The progress of one solve. */
  public JobProgress(
      long sequence, @Nullable Long objective, @Nullable Long bound, long elapsedMillis) {
    this(sequence, objective, bound, 0, 0, elapsedMillis);
  }

  /** The same at another time. */
  public JobProgress after(long millis) {
    return new JobProgress(sequence, objective, bound, done, planned, millis);
  }
}
