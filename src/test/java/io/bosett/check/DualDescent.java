package io.bosett.check;

import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Multipliers that make the bound small, one rule after the other by golden-section-like search.
 * Crude and slow; whatever it gives, the bound holds.
 */
final class DualDescent {
  private final Reckoning reckoning;
  private final int scale;
  private final long[] multipliers;

  private DualDescent(Reckoning reckoning, int scale) {
    this.reckoning = reckoning;
    this.scale = scale;
    multipliers = new long[reckoning.sharedRules().all().size()];
  }

  static long[] run(Reckoning reckoning, int scale, int rounds) {
    DualDescent descent = new DualDescent(reckoning, scale);
    for (int round = 0; round < rounds; round++) {
      List<SharedRule> rules = reckoning.sharedRules().all();
      for (int r = 0; r < rules.size(); r++) {
        descent.improve(r, rules.get(r));
      }
    }
    return descent.multipliers;
  }

  private void improve(int r, SharedRule rule) {
    long largest = 8_000_000L * scale;
    long low = rule.lower() == null ? 0 : -largest;
    long high = rule.upper() == null ? 0 : largest;
    if (low < high) {
      multipliers[r] = leastPoint(low, high, value -> scaled(r, value));
    }
  }

  private long scaled(int r, long value) {
    long[] changed = multipliers.clone();
    changed[r] = value;
    return new LagrangianBound(reckoning, changed, scale).scaled();
  }

  /** Where a convex function is least, by thirds. */
  private static long leastPoint(long from, long to, LongUnaryOperator f) {
    long low = from;
    long high = to;
    while (high - low > 2) {
      long a = low + (high - low) / 3;
      long b = high - (high - low) / 3;
      if (f.applyAsLong(a) <= f.applyAsLong(b)) {
        high = b;
      } else {
        low = a;
      }
    }
    long best = low;
    for (long point = low; point <= high; point++) {
      best = f.applyAsLong(point) < f.applyAsLong(best) ? point : best;
    }
    return best;
  }
}
