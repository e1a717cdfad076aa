package io.bosett.check.proof;

import io.bosett.check.recount.Quantity;
import io.bosett.check.recount.SharedRule;
import io.bosett.check.recount.SharedRules;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prices that a candidate pays for persons and minors: the sum of the multipliers of all shared
 * rules it counts in, in gain units divided by the scale.
 */
final class CandidatePrices {
  /** By {@link Quantity} and candidate. */
  private final long[][] prices;

  /** Whether no price times a number of persons can overflow, nor the sum of two. */
  private final boolean isPlain;

  /**
   * @param multipliers in the order of the rules
   * @throws ArithmeticException when a price does not fit into 64 bits
   */
  CandidatePrices(SharedRules rules, long[] multipliers, int candidates) {
    prices = new long[Quantity.values().length][candidates];
    List<SharedRule> all = rules.all();
    for (int r = 0; r < all.size(); r++) {
      if (multipliers[r] != 0) {
        add(all.get(r), multipliers[r]);
      }
    }
    isPlain = Arrays.stream(prices).allMatch(CandidatePrices::areInts);
  }

  private static boolean areInts(long[] prices) {
    for (long price : prices) {
      if (price != (int) price) {
        return false;
      }
    }
    return true;
  }

  private void add(SharedRule rule, long multiplier) {
    long[] ofQuantity = prices[rule.use().ordinal()];
    int @Nullable [] members = rule.members();
    int count = members == null ? ofQuantity.length : members.length;
    for (int k = 0; k < count; k++) {
      int i = members == null ? k : members[k];
      ofQuantity[i] = Math.addExact(ofQuantity[i], multiplier);
    }
  }

  private long price(Quantity quantity, int i) {
    return prices[quantity.ordinal()][i];
  }

  /** The price of x persons. */
  long persons(int i, int x) {
    if (isPlain) {
      return x == 0 ? 0 : price(Quantity.PERSONS, i) * x + price(Quantity.SELECTED, i);
    }
    return x == 0
        ? 0
        : Math.addExact(
            Math.multiplyExact(price(Quantity.PERSONS, i), x), price(Quantity.SELECTED, i));
  }

  /** The price of m minors. */
  long minors(int i, int m) {
    if (isPlain) {
      return m == 0 ? 0 : price(Quantity.MINORS, i) * m + price(Quantity.MINORS_MUNICIPALITIES, i);
    }
    return m == 0
        ? 0
        : Math.addExact(
            Math.multiplyExact(price(Quantity.MINORS, i), m),
            price(Quantity.MINORS_MUNICIPALITIES, i));
  }
}
