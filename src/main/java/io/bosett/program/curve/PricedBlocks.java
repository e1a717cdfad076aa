package io.bosett.program.curve;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import io.bosett.program.Term;
import java.util.function.LongPredicate;

/**
 * The reduced values of a candidate with long ranges at whole-number prices, by blocks of persons.
 * With a price on the share that ties minors to persons, {@code m <= share x}, the bound of a block
 * is tight at the slope of the minors' values.
 */
public final class PricedBlocks {
  private final LongRange range;
  private final ShareLimit share;
  private final AmountPieces persons;
  private final AmountPieces minors;
  private final boolean mayGoWithout;
  private final int group;

  /**
   * @param scale of gains
   * @param prices by {@link Term}, in gain units divided by the scale
   */
  public PricedBlocks(LongRange range, long scale, long[] prices) {
    long perPerson = prices[Term.PERSONS.ordinal()];
    long perPlace = prices[Term.SELECTED.ordinal()];
    long perMinor = prices[Term.MINORS.ordinal()];
    long perMinorsPlace = prices[Term.MINORS_PLACES.ordinal()];
    this.range = range;
    Program program = range.program();
    CandidateRanges c = program.candidates();
    int i = range.i();
    share = program.share();
    group = c.minorsLow()[i];
    mayGoWithout = c.mayGoWithout().get(i);
    persons =
        new AmountPieces(
            x -> scale * program.personsGain(i, x) - perPerson * x - perPlace,
            range.personsBends(),
            c.low()[i],
            c.high()[i]);
    minors =
        new AmountPieces(
            m -> scale * program.minorsGain(i, m) - perMinor * m - perMinorsPlace,
            range.minorsBends(),
            group,
            range.mostMinors());
  }

  AmountPieces persons() {
    return persons;
  }

  AmountPieces minors() {
    return minors;
  }

  boolean mayGoWithout() {
    return mayGoWithout;
  }

  int group() {
    return group;
  }

  /**
   * The number of persons nearest to one end of a block whose best choice is worth enough.
   *
   * @param from where to begin
   * @param to the other end, which may be the lower one
   * @param isEnough holds for every value above one that it holds for
   * @return the number, or -1 when none is worth enough
   */
  public int first(int from, int to, LongPredicate isEnough) {
    if (!isEnough.test(bound(Math.min(from, to), Math.max(from, to)))) {
      return -1;
    } else if (from == to) {
      return from;
    }
    int middle = from + (to - from) / 2;
    int near = first(from, middle, isEnough);
    return near >= 0 ? near : first(middle + Integer.signum(to - from), to, isEnough);
  }

  /** No choice of a block is worth more; of one number of persons the best is worth as much. */
  public long bound(int low, int high) {
    long ofPersons = persons.at(persons.best(low, high));
    int most = range.mostMinors(high);
    int m = minors.best(group, most);
    long without = mayGoWithout ? ofPersons : PricedChoice.NONE;
    if (m < 0) {
      return without;
    }
    long apart = ofPersons + minors.at(m);
    return apart <= without || low == high
        ? Math.max(without, apart)
        : Math.max(without, Math.min(apart, tied(low, high, most)));
  }

  private long tied(int low, int high, int most) {
    if (most <= group) {
      return Long.MAX_VALUE;
    }
    try {
      long price = Math.max(0, minors.at(most) - minors.at(most - 1));
      ShareTilt tilt = new ShareTilt(price, share.numerator(), share.denominator());
      ShareTilt back = new ShareTilt(-price, 1, 1);
      int x = persons.tilted(low, high, tilt);
      int m = minors.tilted(group, most, back);
      long ofPersons = Math.addExact(persons.at(x), tilt.at(x));
      return Math.addExact(ofPersons, Math.addExact(minors.at(m), back.at(m)));
    } catch (ArithmeticException beyondLongs) {
      return Long.MAX_VALUE;
    }
  }
}
