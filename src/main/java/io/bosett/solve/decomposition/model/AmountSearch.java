package io.bosett.solve.decomposition.model;

import io.bosett.program.ChangeCost;
import io.bosett.program.Gains;
import org.jspecify.annotations.Nullable;

/**
 * A local search for the best amount of one candidate at an integer price, on exact values: from a
 * start in both directions, as long as a value is the largest so far or, where rounding makes gains
 * deviate from concavity, within the slack of it. Long pieces on which values are linear are passed
 * in one step, to the same end as number by number. Not thread-safe.
 */
final class AmountSearch {
  /** A search that passes more amounts in one direction gives way to closed forms. */
  private static final int WALK = 2_000;

  /** After so many amounts in one direction a piece is looked for. */
  private static final int NEAR = 6;

  private final Gains gains;
  private final @Nullable ChangeCost cost;
  private final int scale;
  private final long slack;
  private int i;
  private long price;
  private long fixed;

  /** The best amount, the last of the first largest ones on either side of the start. */
  int best;

  /** The value of the best amount. */
  long value;

  /** How many amounts were looked at. */
  int steps;

  /**
   * @param cost of change that is taken off the gains, or null
   * @param slack how far values may deviate from a concave function
   */
  AmountSearch(Gains gains, @Nullable ChangeCost cost, int scale, long slack) {
    this.gains = gains;
    this.cost = cost;
    this.scale = scale;
    this.slack = slack;
  }

  /** Moves to a candidate, at a price of one and a fixed price of any. */
  void move(int candidate, long perUnit, long anyway) {
    i = candidate;
    price = perUnit;
    fixed = anyway;
  }

  /** The value of a positive amount. */
  long at(int amount) {
    long gain = gains.at(i, amount);
    return scale * (cost == null ? gain : gain - cost.at(i, amount)) - price * amount - fixed;
  }

  /** Searches; false when it passed too many amounts to be sure of the best. */
  boolean search(int start, int low, int high) {
    best = start;
    value = at(start);
    steps = 1;
    boolean up = walk(start, 1, high - start);
    boolean down = walk(start, -1, start - low);
    return up && down;
  }

  /** Takes an amount found otherwise for the best. */
  void settle(int amount) {
    best = amount;
    value = at(amount);
  }

  /** Whether the walk ended before its limit. */
  private boolean walk(int start, int direction, int room) {
    int last = Math.min(WALK, room);
    for (int k = 1; k <= last; k++) {
      int amount = start + direction * k;
      long worth = at(amount);
      steps++;
      if (worth > value) {
        best = amount;
        value = worth;
      } else if (slack == 0 || worth < value - slack) {
        return true;
      }
      if (k >= NEAR && slack > 0) {
        k += passed(amount, worth, direction, last - k);
      }
    }
    return last < WALK;
  }

  /** How many more amounts the walk passes at once, at most so many. */
  private int passed(int amount, long worth, int direction, int most) {
    int end = gains.linearTo(i, amount, amount + direction * most);
    int length = Math.abs(end - amount);
    if (length <= 1) {
      return 0;
    }
    long slope = at(amount + direction) - worth;
    long there = at(end);
    steps += 2;
    if (there - worth != slope * length) {
      return 0; // the cost of change bends in between
    }
    if (slope < 0) {
      return (int) Math.min(length, (worth - value + slack) / -slope);
    }
    if (there > value) {
      best = end;
      value = there;
    }
    return length;
  }
}
