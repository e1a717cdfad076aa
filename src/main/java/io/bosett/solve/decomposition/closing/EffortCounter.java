package io.bosett.solve.decomposition.closing;

import java.util.function.BooleanSupplier;

/**
 * The effort limit of a closing search, counted in options instead of time, so that the same input
 * gives the same answer, unless the time limit or a cancellation comes first.
 */
public final class EffortCounter {
  /** Options of a first exact search, after which better multipliers are worth their price. */
  public static final long FIRST = 300_000;

  /** Options of a beam search for a feasible allocation after the exact search has given up. */
  static final long BEAMS = 6_000_000;

  private final BooleanSupplier stop;
  private long left;

  public EffortCounter(long options, BooleanSupplier stop) {
    left = options;
    this.stop = stop;
  }

  /** Counts options; throws at the limit. */
  void spend(long options) throws SearchTooLargeException {
    left -= options;
    if (left < 0) {
      throw new SearchTooLargeException("too many options looked at");
    }
    if (stop.getAsBoolean()) {
      throw new SearchTooLargeException("time is up");
    }
  }
}
