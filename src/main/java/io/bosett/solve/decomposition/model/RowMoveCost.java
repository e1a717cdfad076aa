package io.bosett.solve.decomposition.model;

import java.util.Arrays;

/**
 * A lower bound on the cost of moving a row's sum by some units, when the cheapest single steps are
 * {@code marginals} (ascending) and anything else costs {@code rate} per unit.
 *
 * @param marginals losses of single steps, ascending
 * @param prefix their running sums; {@code prefix[k]} is the sum of the first k
 * @param rate least loss per unit of everything else; infinite when there is nothing else
 * @param reach how many units can be moved at all
 */
public record RowMoveCost(long[] marginals, long[] prefix, double rate, long reach) {
  public static final RowMoveCost NONE =
      new RowMoveCost(new long[0], new long[] {0}, Double.POSITIVE_INFINITY, 0);

  /** Stands for what is impossible. */
  public static final long NEVER = Long.MAX_VALUE;

  /** A price times units, none of them negative; {@link #NEVER} when that overflows. */
  public static long times(long price, long units) {
    long product = price * units;
    return Math.multiplyHigh(price, units) != 0 || product < 0 ? NEVER : product;
  }

  /** A copy with other moves added, at a rate and a reach. */
  public RowMoveCost with(double otherRate, long otherReach) {
    return new RowMoveCost(marginals, prefix, Math.min(rate, otherRate), reach + otherReach);
  }

  /** A copy with single steps added, ascending. */
  public RowMoveCost with(long[] steps) {
    long[] all = Arrays.copyOf(marginals, marginals.length + steps.length);
    System.arraycopy(steps, 0, all, marginals.length, steps.length);
    Arrays.sort(all);
    long[] sums = new long[all.length + 1];
    for (int k = 0; k < all.length; k++) {
      sums[k + 1] = sums[k] + all[k];
    }
    return new RowMoveCost(all, sums, rate, reach + steps.length);
  }

  /**
   * The least cost of moving {@code units}, where every unit may be paid off at {@code cap}
   * instead.
   */
  public long of(long units, double cap) {
    double most = Math.min(rate, cap);
    double below = most * (1 - 1e-12);
    if (units <= marginals.length && (units == 0 || marginals[(int) units - 1] < below)) {
      return prefix[(int) units];
    }
    int steps = (int) Math.min(units, below(below));
    long cost = prefix[steps];
    long rest = units - steps;
    if (rest == 0) {
      return cost;
    }
    double more = most * rest * (1 - 1e-12);
    return more < 4e18 - cost ? cost + (long) more : NEVER;
  }

  /** How many steps cost less than a rate. */
  private int below(double most) {
    int low = 0;
    int high = marginals.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marginals[middle] < most) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
