package io.bosett.check.proof;

import io.bosett.check.recount.Quantity;
import io.bosett.check.recount.SharedRule;
import io.bosett.check.recount.SharedRules;
import java.util.Arrays;
import java.util.List;

/**
 * The prices that a candidate pays for persons and minors: the sum of the multipliers of all shared
 * rules it counts in, in gain units divided by the scale.
 */
final class CandidatePrices {
  private final long[] perPerson;
  private final long[] perMinor;
  private final long[] selected;
  private final long minorsMunicipality;

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
    for (int member : rule.ownMembers()) {
      prices[member] = Math.addExact(prices[member], multiplier);
    }
  }

  /** The price of x persons. */
  long persons(int i, int x) {
    return x == 0 ? 0 : Math.addExact(Math.multiplyExact(perPerson[i], x), selected[i]);
  }

  /** The price of m minors. */
  long minors(int i, int m) {
    return m == 0 ? 0 : Math.addExact(Math.multiplyExact(perMinor[i], m), minorsMunicipality);
  }
}
