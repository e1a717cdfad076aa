package io.bosett.check.proof;

import io.bosett.check.recount.Gains;
import io.bosett.check.recount.PlaceRules;

/**
 * The best and the second-best choice of one candidate, by enumerating its numbers of persons and
 * of minors, or {@link CandidateBlocks block by block} where those are many. Only the share ties
 * the two together, and it never falls as persons grow, so the two best numbers of minors so far
 * suffice for each number of persons: time is persons plus minors instead of persons times minors.
 */
final class CandidateScan {
  /** Stands for "no such choice"; below every value. */
  static final long NONE = Long.MIN_VALUE;

  /** Longer ranges are searched by blocks. */
  private static final int LONG = 4_096;

  /** Numbers before the peak that are rather looked at than skipped: two steps of galloping. */
  private static final int FIRST_STEP = 8;

  private static final int LAST_STEP = 2;

  private final PlaceRules rules;
  private final Gains gains;
  private final PricedGains values;

  private long best;
  private long second;
  private int bestPersons;
  private int bestMinors;
  private long bestOfMinors;
  private long secondOfMinors;
  private int bestOfMinorsAt;

  CandidateScan(PlaceRules rules, Gains gains, PricedGains values) {
    this.rules = rules;
    this.gains = gains;
    this.values = values;
  }

  void run(int i) {
    if (isLong(rules, i)) {
      run(i, true);
    } else {
      begin(i);
      upToPeaks(i, rules.mayBeWithoutMinors(i));
    }
  }

  /** Whether a candidate has many numbers of persons or minors. */
  static boolean isLong(PlaceRules rules, int i) {
    int most = rules.mostPersons(i);
    int ofPersons = most - rules.leastPersons(i);
    return ofPersons > LONG
        || (ofPersons >= 0 && rules.mostMinors(i, most) - rules.leastMinors(i) > LONG);
  }

  /** Every number, or by blocks: both as {@link #run(int)}, which is faster on short ranges. */
  void run(int i, boolean byBlocks) {
    begin(i);
    if (byBlocks) {
      new CandidateBlocks(rules, gains, values, i).bestFirst(taker());
    } else {
      everyNumber(i, rules.mayBeWithoutMinors(i));
    }
  }

  private void begin(int i) {
    best = NONE;
    second = NONE;
    bestOfMinors = NONE;
    secondOfMinors = NONE;
    if (rules.mayBeNobody(i) && rules.mayBeWithoutMinors(i)) {
      offer(values.persons(i, 0), 0, 0);
    }
  }

  private CandidateBlocks.Taker taker() {
    return new CandidateBlocks.Taker() {
      @Override
      public long threshold() {
        return second;
      }

      @Override
      public void take(int persons, int minors, long value) {
        offer(value, persons, minors);
      }
    };
  }

  private void everyNumber(int i, boolean without) {
    int nextMinors = rules.leastMinors(i);
    for (int x = rules.leastPersons(i); x <= rules.mostPersons(i); x++) {
      for (int most = rules.mostMinors(i, x); nextMinors <= most; nextMinors++) {
        offerMinors(values.minors(i, nextMinors), nextMinors);
      }
      offerWithMinors(values.persons(i, x), x, without);
    }
  }

  /**
   * Every number, but for those of persons and minors beyond both peaks, and of persons well before
   * theirs: they are neither best nor second-best, because the two numbers before them, or after
   * them, are no worse with the same choice of minors.
   */
  private void upToPeaks(int i, boolean without) {
    int most = rules.mostPersons(i);
    int nextMinors = rules.leastMinors(i);
    int mostMinors = rules.mostMinors(i, most);
    long before = NONE;
    for (int x = rising(i, rules.leastPersons(i), most); x <= most; x++) {
      boolean isSame = nextMinors > mostMinors;
      if (!isSame) {
        int allowed = Math.min(mostMinors, rules.mostMinors(i, x));
        nextMinors = minorsUpTo(i, nextMinors, allowed);
      }
      long value = values.persons(i, x);
      offerWithMinors(value, x, without);
      if (isSame && before != NONE && values.isPersonsPeakBefore(i, x, before, value)) {
        return;
      }
      before = value;
    }
  }

  /**
   * A number up to which, and to the one after it, values rise: by galloping, as few candidates
   * have a peak far from their least number.
   */
  private int rising(int i, int least, int most) {
    int x = least;
    boolean isGrowing = true;
    int step = FIRST_STEP;
    while (step > LAST_STEP) {
      boolean isHigher = x + step < most && values.arePersonsRising(i, x + step);
      x += isHigher ? step : 0;
      isGrowing &= isHigher;
      step = isGrowing ? 2 * step : step / 2;
    }
    return x;
  }

  /** Offers minors, and returns the next number to be offered, beyond all when none is better. */
  private int minorsUpTo(int i, int from, int allowed) {
    boolean isFirst = from == rules.leastMinors(i);
    long before = isFirst || from > allowed ? NONE : values.minors(i, from - 1);
    for (int m = from; m <= allowed; m++) {
      long value = values.minors(i, m);
      offerMinors(value, m);
      if (before != NONE && values.isMinorsPeakBefore(i, m, before, value)) {
        return Integer.MAX_VALUE;
      }
      before = value;
    }
    return Math.max(from, allowed + 1);
  }

  private void offerWithMinors(long value, int x, boolean without) {
    if (without) {
      offer(value, x, 0);
    }
    if (bestOfMinors != NONE) {
      offer(value + bestOfMinors, x, bestOfMinorsAt);
    }
    if (secondOfMinors != NONE && value + secondOfMinors > second) {
      second = value + secondOfMinors;
    }
  }

  private void offer(long value, int persons, int minors) {
    if (value > best) {
      second = best;
      best = value;
      bestPersons = persons;
      bestMinors = minors;
    } else if (value > second) {
      second = value;
    }
  }

  private void offerMinors(long value, int minors) {
    if (value > bestOfMinors) {
      secondOfMinors = bestOfMinors;
      bestOfMinors = value;
      bestOfMinorsAt = minors;
    } else if (value > secondOfMinors) {
      secondOfMinors = value;
    }
  }

  /** The value of the best choice, or {@link #NONE}. */
  long best() {
    return best;
  }

  /**
   * By how much the second-best choice falls short of the best; the largest long when there is
   * none.
   */
  long secondLoss() {
    return second == NONE ? Long.MAX_VALUE : best - second;
  }

  int bestPersons() {
    return bestPersons;
  }

  int bestMinors() {
    return bestMinors;
  }
}
