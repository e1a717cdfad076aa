package io.bosett.check.proof;

import io.bosett.check.recount.Gains;
import io.bosett.check.recount.PlaceRules;

/**
 * The least gain of one candidate with long ranges, block by block: no choice of a block of persons
 * has less than the least at an end of a concave piece and the least of the minors that its last
 * number allows. Equal to trying every number.
 */
final class LeastGain {
  private final PlaceRules rules;
  private final int i;
  private final ConcavePieces persons;
  private final ConcavePieces minors;
  private final boolean without;
  private long least;

  LeastGain(PlaceRules rules, Gains gains, int i) {
    this.rules = rules;
    this.i = i;
    without = rules.mayBeWithoutMinors(i);
    int from = rules.leastPersons(i);
    int to = rules.mostPersons(i);
    persons =
        new ConcavePieces(x -> gains.persons(i, x), gains.personsBends(i, from, to), from, to);
    int group = rules.leastMinors(i);
    int most = rules.mostMinors(i, to);
    int[] bends = group < most ? gains.minorsBends(i, group, most) : new int[0];
    minors = new ConcavePieces(m -> gains.minors(i, m), bends, group, most);
    least = rules.mayBeNobody(i) && without ? gains.persons(i, 0) : Long.MAX_VALUE;
  }

  long find() {
    int from = rules.leastPersons(i);
    int to = rules.mostPersons(i);
    search(from, to, bound(from, to));
    return least;
  }

  private void search(int low, int high, long bound) {
    if (bound >= least) {
      return;
    }
    if (low == high) {
      least = bound;
      return;
    }
    int middle = low + (high - low) / 2;
    long left = bound(low, middle);
    long right = bound(middle + 1, high);
    if (left <= right) {
      search(low, middle, left);
      search(middle + 1, high, right);
    } else {
      search(middle + 1, high, right);
      search(low, middle, left);
    }
  }

  /** At most the gain of every choice of a block; exact for a single number. */
  private long bound(int low, int high) {
    long ofMinors = minors.least(rules.leastMinors(i), rules.mostMinors(i, high));
    long added = without ? Math.min(0, ofMinors) : ofMinors;
    return added == Long.MAX_VALUE ? added : persons.least(low, high) + added;
  }
}
