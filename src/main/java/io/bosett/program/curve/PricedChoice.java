package io.bosett.program.curve;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import io.bosett.program.Term;

/**
 * The best choice of a candidate with long ranges at whole-number prices, exactly: blocks of
 * persons are halved as long as their bound is above the second-best choice so far (branch and
 * bound). With a price on the share that ties minors to persons, {@code m <= share x}, the bound is
 * tight at the slope of the minors' values.
 */
public final class PricedChoice {
  /** Stands for no choice. */
  public static final long NONE = Long.MIN_VALUE;

  private final LongRange range;
  private final ShareLimit share;
  private final AmountPieces persons;
  private final AmountPieces minors;
  private final boolean mayGoWithout;
  private final Runnable poll;
  private final int group;
  private long value = NONE;
  private long second = NONE;
  private int bestPersons;
  private int bestMinors;

  /**
   * Finds the best choice with at least one person.
   *
   * @param scale of gains
   * @param prices by {@link Term}, in gain units divided by the scale
   */
  public static PricedChoice of(LongRange range, long scale, long[] prices) {
    return of(range, scale, prices, () -> {});
  }

  /**
   * Finds the best choice with at least one person.
   *
   * @param scale of gains
   * @param prices by {@link Term}, in gain units divided by the scale
   * @param poll called for every block of numbers; may end the search by an exception
   */
  public static PricedChoice of(LongRange range, long scale, long[] prices, Runnable poll) {
    return new PricedChoice(range, scale, prices, poll);
  }

  private PricedChoice(LongRange range, long scale, long[] prices, Runnable poll) {
    this.poll = poll;
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
    search(c.low()[i], c.high()[i], bound(c.low()[i], c.high()[i]));
  }

  /** The value of the best choice, or {@link #NONE}. */
  public long value() {
    return value;
  }

  public int persons() {
    return bestPersons;
  }

  public int minors() {
    return bestMinors;
  }

  /** The value of the second-best choice, or {@link #NONE}. */
  public long second() {
    return second;
  }

  private void search(int low, int high, long bound) {
    if (bound <= second) {
      return;
    }
    if (low == high) {
      take(low);
      return;
    }
    int middle = low + (high - low) / 2;
    long left = bound(low, middle);
    long right = bound(middle + 1, high);
    if (left >= right) {
      search(low, middle, left);
      search(middle + 1, high, right);
    } else {
      search(middle + 1, high, right);
      search(low, middle, left);
    }
  }

  private void take(int x) {
    long ofPersons = persons.at(x);
    if (mayGoWithout) {
      offer(x, 0, ofPersons);
    }
    minors.nearBest(group, range.mostMinors(x), m -> offer(x, m, ofPersons + minors.at(m)));
  }

  private void offer(int x, int m, long found) {
    if (found > value) {
      second = value;
      value = found;
      bestPersons = x;
      bestMinors = m;
    } else {
      second = Math.max(second, found);
    }
  }

  private long bound(int low, int high) {
    poll.run();
    long ofPersons = persons.at(persons.best(low, high));
    int most = range.mostMinors(high);
    int m = minors.best(group, most);
    long without = mayGoWithout ? ofPersons : NONE;
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
