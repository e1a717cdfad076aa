package io.bosett.program.curve;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Term;

/**
 * The best choice of a candidate with long ranges at whole-number prices, exactly: blocks of
 * persons are halved as long as their bound is above the second-best choice so far (branch and
 * bound).
 */
public final class PricedChoice {
  /** Stands for no choice. */
  public static final long NONE = Long.MIN_VALUE;

  private final LongRange range;
  private final PricedBlocks blocks;
  private final Runnable poll;
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
   * @param prices by {@link io.bosett.program.Term}, in gain units divided by the scale
   * @param poll called for every block of numbers; may end the search by an exception
   */
  public static PricedChoice of(LongRange range, long scale, long[] prices, Runnable poll) {
    return new PricedChoice(range, scale, prices, poll);
  }

  private PricedChoice(LongRange range, long scale, long[] prices, Runnable poll) {
    this.poll = poll;
    this.range = range;
    blocks = new PricedBlocks(range, scale, prices);
    CandidateRanges c = range.program().candidates();
    int low = c.low()[range.i()];
    int high = c.high()[range.i()];
    search(low, high, blocks.bound(low, high));
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
    poll.run();
    if (bound <= second) {
      return;
    }
    if (low == high) {
      take(low);
      return;
    }
    int middle = low + (high - low) / 2;
    long left = blocks.bound(low, middle);
    long right = blocks.bound(middle + 1, high);
    if (left >= right) {
      search(low, middle, left);
      search(middle + 1, high, right);
    } else {
      search(middle + 1, high, right);
      search(low, middle, left);
    }
  }

  private void take(int x) {
    long ofPersons = blocks.persons().at(x);
    if (blocks.mayGoWithout()) {
      offer(x, 0, ofPersons);
    }
    AmountPieces minors = blocks.minors();
    minors.nearBest(
        blocks.group(), range.mostMinors(x), m -> offer(x, m, ofPersons + minors.at(m)));
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
}
