package io.bosett.solve.decomposition.closing;

import java.util.function.BooleanSupplier;

/**
 * How much a closing search may still do. Counted in options looked at, not in time, so that the
 * same input always leads the same way; time only ends a search that is out of it.
 */
public final class EffortCounter {
  /** Options looked at, a few seconds' worth. */
  public static final long SEARCH = 12_000_000;

  /** Options looked at when some allocation is wanted after the search has given up. */
  static final long BEAMS = 6_000_000;

  private final BooleanSupplier stop;
  private long left;

  public EffortCounter(long options, BooleanSupplier stop) {
    left = options;
    this.stop = stop;
  }

  /** Spends some of it. */
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
