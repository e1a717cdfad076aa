package io.bosett.check.recount;

import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;

/**
 * The numbers between which a rounded sum {@code half(sum of W * min(x, t))} is exactly linear.
 * Between two targets every term is a whole multiple of x or constant. A partial sum is then a
 * whole number plus a remainder, and as long as its binary exponent stays the same the remainder is
 * rounded in the same way: the unit in the last place is 2<sup>-9</sup> or less, so a whole number
 * is an even multiple of it and ties fall alike. So the sum is linear where neither a target lies
 * between nor the exponent of a partial sum changes, and rises from target to target less and less.
 */
final class RoundingBends {
  private final int[] weights;
  private final IntToDoubleFunction target;
  private final TreeSet<Integer> bends = new TreeSet<>();

  private RoundingBends(int[] weights, IntToDoubleFunction target) {
    this.weights = weights;
    this.target = target;
  }

  /** The last number of each linear piece but that of the last one, ascending. */
  static int[] of(int[] weights, IntToDoubleFunction target, int from, int to) {
    RoundingBends rounding = new RoundingBends(weights, target);
    for (int c = 0; c < weights.length; c++) {
      double bend = Math.floor(target.applyAsDouble(c));
      if (bend >= from && bend < to) {
        rounding.bends.add((int) bend);
      }
    }
    for (int terms = 1; terms <= weights.length + 1; terms++) {
      rounding.exponents(terms, from, to);
    }
    return rounding.bends.stream().mapToInt(bend -> bend).toArray();
  }

  /** The exponent of a partial sum, or of the whole sum and a half. */
  private int exponent(int terms, int x) {
    double sum = 0;
    for (int c = 0; c < Math.min(terms, weights.length); c++) {
      sum += weights[c] * Math.min(x, target.applyAsDouble(c));
    }
    return Math.getExponent(terms > weights.length ? sum + 0.5 : sum);
  }

  /** Adds the numbers after which the exponent of a partial sum rises; it never falls. */
  private void exponents(int terms, int from, int to) {
    int at = from;
    int last = exponent(terms, to);
    while (exponent(terms, at) < last) {
      int now = exponent(terms, at);
      int beyond = to;
      while (beyond - at > 1) {
        int middle = at + (beyond - at) / 2;
        if (exponent(terms, middle) == now) {
          at = middle;
        } else {
          beyond = middle;
        }
      }
      bends.add(at);
      at = beyond;
    }
  }
}
