package io.bosett.check;

import io.bosett.check.proof.LagrangianBound;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A crude minimizer of the bound over the multipliers, one rule after the other, by ternary search.
 * Slow; every multiplier it gives is valid.
 */
public final class DualDescent {
  private final Recomputation recomputation;
  private final int scale;
  private final long[] multipliers;

  private DualDescent(Recomputation recomputation, int scale) {
    this.recomputation = recomputation;
    this.scale = scale;
    multipliers = new long[recomputation.sharedRules().all().size()];
  }

  public static long[] run(Recomputation recomputation, int scale, int rounds) {
    DualDescent descent = new DualDescent(recomputation, scale);
    for (int round = 0; round < rounds; round++) {
      List<SharedRule> rules = recomputation.sharedRules().all();
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
    return new LagrangianBound(recomputation, changed, scale).scaled();
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
