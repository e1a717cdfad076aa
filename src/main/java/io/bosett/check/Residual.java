package io.bosett.check;

import org.jspecify.annotations.Nullable;

/**
 * How far the sum of one shared rule has moved from where every candidate's best choice puts it,
 * and what that means for the candidates still to come: how far they can move it back, and what a
 * unit of it costs at least.
 *
 * <p>Arrays go by how many candidates are done.
 */
final class Residual {
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final long low;
  private final long high;
  private final long multiplier;
  private final long[] downMost;
  private final long[] upMost;
  private final long[] downRate;
  private final long[] upRate;
  private int first = -1;
  private int last = -1;

  /**
   * @param rule the shared rule
   * @param multiplier its multiplier
   * @param base the sum over every candidate's best choice
   * @param candidates how many are open
   */
  Residual(SharedRule rule, long multiplier, long base, int candidates) {
    this.multiplier = multiplier;
    low = limit(rule.lower(), base, Long.MIN_VALUE / 4);
    high = limit(rule.upper(), base, Long.MAX_VALUE / 4);
    downMost = new long[candidates + 1];
    upMost = new long[candidates + 1];
    downRate = new long[candidates + 1];
    upRate = new long[candidates + 1];
    downRate[candidates] = UNKNOWN;
    upRate[candidates] = UNKNOWN;
  }

  private static long limit(@Nullable Integer limit, long base, long none) {
    return limit == null ? none : limit - base;
  }

  /**
   * Tells of a candidate, the last one first.
   *
   * @param moves of its choices, all 0 when it does not concern the rule
   * @param losses of its choices
   */
  void enter(int candidate, int[] moves, long[] losses) {
    long down = 0;
    long up = 0;
    downRate[candidate] = downRate[candidate + 1];
    upRate[candidate] = upRate[candidate + 1];
    for (int choice = 0; choice < moves.length; choice++) {
      int move = moves[choice];
      down = Math.min(down, move);
      up = Math.max(up, move);
      if (move > 0) {
        upRate[candidate] = Math.min(upRate[candidate], losses[choice] / move);
      } else if (move < 0) {
        downRate[candidate] = Math.min(downRate[candidate], losses[choice] / -move);
      }
    }
    downMost[candidate] = downMost[candidate + 1] + down;
    upMost[candidate] = upMost[candidate + 1] + up;
    if (down < 0 || up > 0) {
      first = candidate;
      last = Math.max(last, candidate);
    }
  }

  /** The first candidate that moves it, or negative when none does. */
  int first() {
    return first;
  }

  /** The last candidate that moves it. */
  int last() {
    return last;
  }

  /** The lowest movement worth keeping when so many candidates are done. */
  long lowest(int done) {
    return Math.max(downMost[0] - downMost[done], low - upMost[done]);
  }

  /** The highest movement worth keeping when so many candidates are done. */
  long highest(int done) {
    return Math.min(upMost[0] - upMost[done], high - downMost[done]);
  }

  /** Whether the others can still bring it within its limits. */
  boolean isReachable(int done, long moved) {
    return moved + upMost[done] >= low && moved + downMost[done] <= high;
  }

  /** What the rule itself loses at a final movement within its limits. */
  long loss(long moved) {
    if (multiplier == 0) {
      return 0;
    }
    return multiplier > 0
        ? Math.multiplyExact(multiplier, high - moved)
        : Math.multiplyExact(-multiplier, moved - low);
  }

  /**
   * Whether a budget may suffice for what the others and the rule itself lose at least until the
   * end: a unit of movement costs the least rate still to come, a unit left unused the multiplier.
   */
  boolean isAffordable(int done, long moved, long budget) {
    if (moved < low) {
      long rest = pay(budget, upRate[done], low - moved);
      return multiplier <= 0
          ? rest >= 0
          : pay(rest, Math.min(upRate[done], multiplier), high - low) >= 0;
    }
    if (moved > high) {
      long rest = pay(budget, downRate[done], moved - high);
      return multiplier >= 0
          ? rest >= 0
          : pay(rest, Math.min(downRate[done], -multiplier), high - low) >= 0;
    }
    if (multiplier > 0) {
      return pay(budget, Math.min(upRate[done], multiplier), high - moved) >= 0;
    }
    return multiplier == 0 || pay(budget, Math.min(downRate[done], -multiplier), moved - low) >= 0;
  }

  /**
   * What is left of a budget, negative when it does not suffice; no product that could overflow.
   */
  private static long pay(long budget, long rate, long distance) {
    if (distance == 0 || budget < 0) {
      return budget;
    }
    return rate > budget / distance ? -1 : budget - rate * distance;
  }
}
