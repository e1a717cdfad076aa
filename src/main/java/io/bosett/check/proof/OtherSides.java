package io.bosett.check.proof;

import io.bosett.check.recount.PlaceRules;
import io.bosett.check.recount.Recomputation;

/**
 * Lower limits on what an optimum loses when a candidate changes sides, from the bound's
 * multipliers alone: no allocation with the candidate on the other side exceeds the scaled bound
 * less what the candidate's own best value there falls short of its best anywhere. By trying every
 * number of persons with every number of minors.
 */
public final class OtherSides {
  /** The limit of a candidate that its own rules keep on its side. */
  public static final long NEVER = Long.MAX_VALUE;

  private OtherSides() {}

  /**
   * The lower limit of each candidate, in 10<sup>-6</sup> person.
   *
   * @param persons of each candidate in the optimum
   * @param objective of the optimum
   */
  public static long[] limits(
      Recomputation recomputation,
      LagrangianBound bound,
      int scale,
      int[] persons,
      long objective) {
    long slack = bound.budget(objective);
    long[] limits = new long[persons.length];
    for (int i = 0; i < limits.length; i++) {
      long other =
          persons[i] > 0
              ? valueOutside(recomputation.placeRules(), bound.values(), i)
              : valueInside(recomputation.placeRules(), bound.values(), i);
      limits[i] = NEVER;
      if (other != CandidateScan.NONE) {
        long scaled = Math.subtractExact(Math.subtractExact(bound.best(i), other), slack);
        limits[i] = scaled <= 0 ? 0 : (scaled - 1) / scale + 1;
      }
    }
    return limits;
  }

  private static long valueOutside(PlaceRules rules, PricedGains values, int i) {
    boolean may = rules.allowsPersons(i, 0) && rules.allowsMinors(i, 0, 0);
    return may ? values.persons(i, 0) : CandidateScan.NONE;
  }

  private static long valueInside(PlaceRules rules, PricedGains values, int i) {
    long best = CandidateScan.NONE;
    for (int x = Math.max(1, rules.leastPersons(i)); x <= rules.mostPersons(i); x++) {
      long ofPersons = values.persons(i, x);
      if (rules.allowsMinors(i, x, 0)) {
        best = Math.max(best, ofPersons);
      }
      for (int m = Math.max(1, rules.leastMinors(i)); m <= rules.mostMinors(i, x); m++) {
        best = Math.max(best, ofPersons + values.minors(i, m));
      }
    }
    return best;
  }
}
