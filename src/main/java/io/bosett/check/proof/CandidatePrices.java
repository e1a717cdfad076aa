package io.bosett.check.proof;

import io.bosett.check.recount.Quantity;
import io.bosett.check.recount.SharedRule;
import io.bosett.check.recount.SharedRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prices that a candidate pays for persons and minors: the sum of the multipliers of all shared
 * rules it counts in, in gain units divided by the scale.
 */
final class CandidatePrices {
  private final long[] perPerson;
  private final long[] ofBeingAsked;
  private final long[] perMinor;
  private final long[] ofTakingMinors;

  /** Whether no price times a number of persons can overflow, nor the sum of two. */
  private final boolean isPlain;

  /**
   * @param multipliers in the order of the rules
   * @throws ArithmeticException when a price does not fit into 64 bits
   */
  CandidatePrices(SharedRules rules, long[] multipliers, int candidates) {
    long[][] prices = new long[Quantity.values().length][candidates];
    List<SharedRule> all = rules.all();
    for (int r = 0; r < all.size(); r++) {
      if (multipliers[r] != 0) {
        SharedRule rule = all.get(r);
        add(rule, multipliers[r], prices[rule.use().ordinal()]);
      }
    }
    perPerson = prices[Quantity.PERSONS.ordinal()];
    ofBeingAsked = prices[Quantity.SELECTED.ordinal()];
    perMinor = prices[Quantity.MINORS.ordinal()];
    ofTakingMinors = prices[Quantity.MINORS_MUNICIPALITIES.ordinal()];
    isPlain =
        areInts(perPerson) && areInts(ofBeingAsked) && areInts(perMinor) && areInts(ofTakingMinors);
  }

  private static boolean areInts(long[] prices) {
    for (long price : prices) {
      if (price != (int) price) {
        return false;
      }
    }
    return true;
  }

  private static void add(SharedRule rule, long multiplier, long[] ofQuantity) {
    int @Nullable [] members = rule.members();
    int count = members == null ? ofQuantity.length : members.length;
    for (int k = 0; k < count; k++) {
      int i = members == null ? k : members[k];
      ofQuantity[i] = Math.addExact(ofQuantity[i], multiplier);
    }
  }

  /** The price of x persons. */
  long persons(int i, int x) {
    return x == 0 ? 0 : price(perPerson[i], x, ofBeingAsked[i]);
  }

  /** The price of m minors. */
  long minors(int i, int m) {
    return m == 0 ? 0 : price(perMinor[i], m, ofTakingMinors[i]);
  }

  private long price(long each, int number, long ofAny) {
    return isPlain ? each * number + ofAny : Math.addExact(Math.multiplyExact(each, number), ofAny);
  }
}
