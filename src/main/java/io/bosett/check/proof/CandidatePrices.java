package io.bosett.check.proof;

import io.bosett.check.recount.Quantity;
import io.bosett.check.recount.SharedRule;
import io.bosett.check.recount.SharedRules;
import java.util.Arrays;
import java.util.List;

/**
 * What a candidate pays, in gain units divided by the scale: the multipliers of all shared rules
 * that concern it, added up.
 */
final class CandidatePrices {
  private final long[] perPerson;
  private final long[] perMinor;
  private final long[] selected;
  private final long minorsMunicipality;

  /** Whether no price times a number of persons can overflow, nor the sum of two. */
  private final boolean isPlain;

  /**
   * @param multipliers in the order of the rules
   * @throws ArithmeticException when a price does not fit into 64 bits
   */
  CandidatePrices(SharedRules rules, long[] multipliers, int candidates) {
    perPerson = new long[candidates];
    perMinor = new long[candidates];
    selected = new long[candidates];
    Arrays.fill(perPerson, multipliers[Quantity.PERSONS.ordinal()]);
    Arrays.fill(perMinor, multipliers[Quantity.MINORS.ordinal()]);
    Arrays.fill(selected, multipliers[Quantity.SELECTED.ordinal()]);
    minorsMunicipality = multipliers[Quantity.MINORS_MUNICIPALITIES.ordinal()];
    List<SharedRule> all = rules.all();
    for (int r = SharedRules.GENERAL; r < all.size(); r++) {
      if (multipliers[r] != 0) {
        add(all.get(r), multipliers[r]);
      }
    }
    isPlain =
        areInts(perPerson)
            && areInts(perMinor)
            && areInts(selected)
            && minorsMunicipality == (int) minorsMunicipality;
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
    long[] prices =
        switch (rule.use()) {
          case PERSONS -> perPerson;
          case MINORS -> perMinor;
          case SELECTED -> selected;
          case MINORS_MUNICIPALITIES ->
              throw new IllegalArgumentException("no region limits its places with minors");
        };
    for (int member : rule.members()) {
      prices[member] = Math.addExact(prices[member], multiplier);
    }
  }

  /** Of x persons. */
  long persons(int i, int x) {
    if (isPlain) {
      return x == 0 ? 0 : perPerson[i] * x + selected[i];
    }
    return x == 0 ? 0 : Math.addExact(Math.multiplyExact(perPerson[i], x), selected[i]);
  }

  /** Of m minors. */
  long minors(int i, int m) {
    if (isPlain) {
      return m == 0 ? 0 : perMinor[i] * m + minorsMunicipality;
    }
    return m == 0 ? 0 : Math.addExact(Math.multiplyExact(perMinor[i], m), minorsMunicipality);
  }
}
