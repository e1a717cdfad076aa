package io.bosett.check.proof;

import io.bosett.check.recount.PlaceRules;

/**
 * The best and the second-best choice of one candidate, by enumerating its numbers of persons and
 * of minors. Only the share ties the two together, and it never falls as persons grow, so the two
 * best numbers of minors so far suffice for each number of persons: time is persons plus minors
 * instead of persons times minors.
 */
final class CandidateScan {
  /** Stands for "no such choice"; below every value. */
  static final long NONE = Long.MIN_VALUE;

  private final PlaceRules rules;
  private final PricedGains values;

  private long best;
  private long second;
  private int bestPersons;
  private int bestMinors;
  private long bestOfMinors;
  private long secondOfMinors;
  private int bestOfMinorsAt;

  CandidateScan(PlaceRules rules, PricedGains values) {
    this.rules = rules;
    this.values = values;
  }

  void run(int i) {
    best = NONE;
    second = NONE;
    bestOfMinors = NONE;
    secondOfMinors = NONE;
    boolean without = rules.mayBeWithoutMinors(i);
    if (rules.mayBeNobody(i) && without) {
      offer(values.persons(i, 0), 0, 0);
    }
    int nextMinors = rules.leastMinors(i);
    for (int x = rules.leastPersons(i); x <= rules.mostPersons(i); x++) {
      long value = values.persons(i, x);
      if (without) {
        offer(value, x, 0);
      }
      for (int most = rules.mostMinors(i, x); nextMinors <= most; nextMinors++) {
        offerMinors(values.minors(i, nextMinors), nextMinors);
      }
      if (bestOfMinors != NONE) {
        offer(value + bestOfMinors, x, bestOfMinorsAt);
      }
      if (secondOfMinors != NONE && value + secondOfMinors > second) {
        second = value + secondOfMinors;
      }
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
