package io.bosett.check.proof;

import io.bosett.check.recount.Quantity;
import io.bosett.check.recount.SharedRule;
import java.util.Arrays;
import java.util.List;

/** The limits on the sums of a set of candidates, by quantity. */
final class SetLimits {
  private final long[] low = new long[Quantity.values().length];
  private final long[] high = new long[low.length];

  /**
   * @param own the rules about exactly this set
   * @param all the rules over all candidates, whose upper limits no part may exceed
   */
  SetLimits(List<SharedRule> own, List<SharedRule> all) {
    Arrays.fill(high, Long.MAX_VALUE);
    for (SharedRule rule : all) {
      highest(rule);
    }
    for (SharedRule rule : own) {
      highest(rule);
      Integer lower = rule.lower();
      low[rule.use().ordinal()] = lower == null ? 0 : lower;
    }
  }

  private void highest(SharedRule rule) {
    Integer upper = rule.upper();
    int which = rule.use().ordinal();
    high[which] = upper == null ? high[which] : Math.min(high[which], upper);
  }

  long low(Quantity quantity) {
    return low[quantity.ordinal()];
  }

  long high(Quantity quantity) {
    return high[quantity.ordinal()];
  }
}
