package io.bosett.check.proof;

import io.bosett.check.recount.Gains;
import io.bosett.check.recount.PlaceRules;

/**
 * The choices of one candidate with long ranges, block by block (branch and bound): a block of
 * persons whose bound is not above the second-best value so far holds nothing of interest. The
 * bound of a block is the largest value of its persons and of the minors its last number allows, or
 * less where the share ties the two: with a price p for the minors' place in the share,
 *
 * <pre>value(x) + value(m) &lt;= [value(x) + p share x] + [value(m) - p m]   for m &lt;= share x,
 * </pre>
 *
 * which leaves little at the slope of the minors' values. Equal to trying every number.
 */
final class CandidateBlocks {
  private final PlaceRules rules;
  private final int i;
  private final ConcavePieces persons;
  private final ConcavePieces minors;
  private final boolean without;

  CandidateBlocks(PlaceRules rules, Gains gains, PricedGains values, int i) {
    this.rules = rules;
    this.i = i;
    int from = rules.leastPersons(i);
    int to = rules.mostPersons(i);
    without = rules.mayBeWithoutMinors(i);
    persons =
        new ConcavePieces(x -> values.persons(i, x), gains.personsBends(i, from, to), from, to);
    int least = rules.leastMinors(i);
    int most = mostMinors(to);
    int[] bends = least < most ? gains.minorsBends(i, least, most) : new int[0];
    minors = new ConcavePieces(m -> values.minors(i, m), bends, least, most);
  }

  /** Takes choices of interest. */
  interface Taker {
    /** The value that a choice must exceed, or {@link CandidateScan#NONE}. */
    long threshold();

    /** A choice above the threshold, or another one with the same persons. */
    void take(int persons, int minors, long value);
  }

  private int mostMinors(int x) {
    return rules.mostMinors(i, x);
  }

  /** The values of minors. */
  ConcavePieces minors() {
    return minors;
  }

  /** Visits all blocks that may hold a choice above the threshold, the better half first. */
  void bestFirst(Taker taker) {
    int from = rules.leastPersons(i);
    int to = rules.mostPersons(i);
    if (from <= to) {
      bestFirst(from, to, bound(from, to), taker);
    }
  }

  private void bestFirst(int low, int high, long bound, Taker taker) {
    if (bound <= taker.threshold()) {
      return;
    }
    if (low == high) {
      choices(low, taker);
      return;
    }
    int middle = low + (high - low) / 2;
    long left = bound(low, middle);
    long right = bound(middle + 1, high);
    if (left >= right) {
      bestFirst(low, middle, left, taker);
      bestFirst(middle + 1, high, right, taker);
    } else {
      bestFirst(middle + 1, high, right, taker);
      bestFirst(low, middle, left, taker);
    }
  }

  private void choices(int x, Taker taker) {
    long value = persons.value(x);
    if (without) {
      taker.take(x, 0, value);
    }
    minors.best(mostMinors(x), m -> taker.take(x, m, value + minors.value(m)));
  }

  /** No choice of a block is worth more. */
  long bound(int low, int high) {
    long ofPersons = persons.largest(low, high);
    int most = mostMinors(high);
    long bound = without ? ofPersons : CandidateScan.NONE;
    long ofMinors = minors.largest(rules.leastMinors(i), most);
    if (ofMinors == CandidateScan.NONE) {
      return bound;
    }
    long apart = ofPersons + ofMinors;
    return apart <= bound || low == high
        ? Math.max(bound, apart)
        : Math.max(bound, Math.min(apart, tied(low, high, most)));
  }

  private long tied(int low, int high, int most) {
    int least = rules.leastMinors(i);
    if (most <= least) {
      return Long.MAX_VALUE;
    }
    try {
      long price = Math.max(0, minors.value(most) - minors.value(most - 1));
      MinorsWorth worth =
          new MinorsWorth(price, rules.share().numerator(), rules.share().denominator());
      long ofPersons = persons.largest(low, high, worth);
      return Math.addExact(ofPersons, minors.largest(least, most, new MinorsWorth(-price, 1, 1)));
    } catch (ArithmeticException beyondLongs) {
      return Long.MAX_VALUE;
    }
  }
}
