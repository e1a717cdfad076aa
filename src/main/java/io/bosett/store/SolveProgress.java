package io.bosett.store;

import org.jspecify.annotations.Nullable;

/**
 * The progress of a solve.
 *
 * @param sequence larger by one with each change, 0 before the first
 * @param objective of the incumbent in 10<sup>-6</sup> person, or null
 * @param bound proven so far in 10<sup>-6</sup> person, or null
 * @param elapsedMillis since the solve began
 */
public record SolveProgress(
    long sequence, @Nullable Long objective, @Nullable Long bound, long elapsedMillis) {
  /** Before the start. */
  public static final SolveProgress NONE = new SolveProgress(0, null, null, 0);
}
