package io.bosett.check.proof;

import io.bosett.check.recount.PlaceRules;
import io.bosett.check.recount.Recomputation;

/**
 * Lower limits on what an optimum loses when a candidate changes sides, from the bound's
 * multipliers alone: no allocation with the candidate on the other side exceeds the scaled bound
 * less what the candidate's own best value there falls short of its best anywhere. By trying every
 * number of persons with every number of minors, or {@link CandidateBlocks block by block} where
 * those are many.
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
              : valueInside(recomputation.placeRules(), bound, i);
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

  private static long valueInside(PlaceRules rules, LagrangianBound bound, int i) {
    return CandidateScan.isLong(rules, i)
        ? byBlocks(bound.blocks(i))
        : everyNumber(rules, bound.values(), i);
  }

  /** The largest value of any choice with somebody. */
  static long byBlocks(CandidateBlocks blocks) {
    long[] best = {CandidateScan.NONE};
    blocks.bestFirst(
        new CandidateBlocks.Taker() {
          @Override
          public long threshold() {
            return best[0];
          }

          @Override
          public void take(int persons, int minors, long value) {
            best[0] = Math.max(best[0], value);
          }
        });
    return best[0];
  }

  /** The same, by trying every number. */
  static long everyNumber(PlaceRules rules, PricedGains values, int i) {
    long best = CandidateScan.NONE;
    long bestOfMinors = CandidateScan.NONE;
    int next = Math.max(1, rules.leastMinors(i));
    for (int x = Math.max(1, rules.leastPersons(i)); x <= rules.mostPersons(i); x++) {
      for (; next <= rules.mostMinors(i, x); next++) {
        bestOfMinors = Math.max(bestOfMinors, values.minors(i, next));
      }
      long ofPersons = values.persons(i, x);
      if (rules.allowsMinors(i, x, 0)) {
        best = Math.max(best, ofPersons);
      }
      if (bestOfMinors != CandidateScan.NONE) {
        best = Math.max(best, ofPersons + bestOfMinors);
      }
    }
    return best;
  }
}
