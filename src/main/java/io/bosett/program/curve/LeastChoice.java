package io.bosett.program.curve;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;

/** The least gain on long ranges, by halving blocks of persons whose bound is below the least. */
final class LeastChoice {
  private final LongRange range;
  private final AmountPieces persons;
  private final AmountPieces minors;
  private final boolean mayGoWithout;
  private final int group;

  LeastChoice(LongRange range) {
    this.range = range;
    Program program = range.program();
    CandidateRanges c = program.candidates();
    int i = range.i();
    group = c.minorsLow()[i];
    mayGoWithout = c.mayGoWithout().get(i);
    persons =
        new AmountPieces(
            x -> program.personsGain(i, x), range.personsBends(), c.low()[i], c.high()[i]);
    minors =
        new AmountPieces(
            m -> program.minorsGain(i, m), range.minorsBends(), group, range.mostMinors());
  }

  long find(long known) {
    CandidateRanges c = range.program().candidates();
    return find(c.low()[range.i()], c.high()[range.i()], known);
  }

  private long find(int low, int high, long known) {
    long bound = bound(low, high);
    if (bound >= known || low == high) {
      return Math.min(bound, known);
    }
    int middle = low + (high - low) / 2;
    return bound(low, middle) <= bound(middle + 1, high)
        ? find(middle + 1, high, find(low, middle, known))
        : find(low, middle, find(middle + 1, high, known));
  }

  private long bound(int low, int high) {
    long ofMinors = minors.least(group, range.mostMinors(high));
    long added = mayGoWithout ? Math.min(0, ofMinors) : ofMinors;
    return added == Long.MAX_VALUE ? added : persons.least(low, high) + added;
  }
}
