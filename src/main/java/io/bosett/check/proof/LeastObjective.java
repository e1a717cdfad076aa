package io.bosett.check.proof;

import io.bosett.check.recount.Gains;
import io.bosett.check.recount.PlaceRules;
import io.bosett.check.recount.Recomputation;

/**
 * A lower bound on the objective of every allocation: the sum of each candidate's least gain, over
 * the persons and minors that its own rules allow. An upper bound below it proves infeasibility.
 */
public final class LeastObjective {
  private LeastObjective() {}

  /** The lower bound; every candidate must have an allowed choice. */
  public static long of(Recomputation recomputation) {
    long sum = 0;
    for (int i = 0; i < recomputation.candidateIndex().size(); i++) {
      sum = Math.addExact(sum, least(recomputation.placeRules(), recomputation.gains(), i));
    }
    return sum;
  }

  private static long least(PlaceRules rules, Gains gains, int i) {
    return CandidateScan.isLong(rules, i)
        ? new LeastGain(rules, gains, i).find()
        : everyNumber(rules, gains, i);
  }

  /** The least gain by trying every number. */
  static long everyNumber(PlaceRules rules, Gains gains, int i) {
    boolean without = rules.mayBeWithoutMinors(i);
    long least = rules.mayBeNobody(i) && without ? gains.persons(i, 0) : Long.MAX_VALUE;
    long leastOfMinors = without ? 0 : Long.MAX_VALUE;
    int nextMinors = rules.leastMinors(i);
    for (int x = rules.leastPersons(i); x <= rules.mostPersons(i); x++) {
      for (int most = rules.mostMinors(i, x); nextMinors <= most; nextMinors++) {
        leastOfMinors = Math.min(leastOfMinors, gains.minors(i, nextMinors));
      }
      if (leastOfMinors != Long.MAX_VALUE) {
        least = Math.min(least, gains.persons(i, x) + leastOfMinors);
      }
    }
    return least;
  }
}
