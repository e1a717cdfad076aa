package io.bosett.solve.spreadsheet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Apportionment of a total in proportion to targets, within limits: bisection finds the factor from
 * targets to amounts, and the remainders go by largest remainder, ties to the earlier place.
 */
final class ProportionalShares {
  /** Enough to halve any factor down to the last digit of a double. */
  private static final int BISECTIONS = 1_100;

  private ProportionalShares() {}

  /**
   * Whole amounts that sum to the total.
   *
   * @param targets by place, not negative; a target of 0 counts as a very small one
   * @param low lower limits
   * @param high upper limits
   * @return null when the limits leave no room for the total
   */
  static int @Nullable [] of(double[] targets, int[] low, int[] high, long total) {
    long least = IntStream.of(low).asLongStream().sum();
    long most = IntStream.of(high).asLongStream().sum();
    if (least > total || most < total) {
      return null;
    }
    double smallest = Math.max(1e-300, Arrays.stream(targets).sum() * 1e-9);
    double[] weights = Arrays.stream(targets).map(t -> Math.max(t, smallest)).toArray();
    return rounded(amounts(weights, low, high, total), low, high, total);
  }

  private static double[] amounts(double[] weights, int[] low, int[] high, long total) {
    double small = 0;
    double large = 1;
    while (sum(weights, low, high, large) < total) {
      large *= 2;
    }
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = small + (large - small) / 2;
      if (middle <= small || middle >= large) {
        break;
      }
      if (sum(weights, low, high, middle) < total) {
        small = middle;
      } else {
        large = middle;
      }
    }
    double factor = large;
    return IntStream.range(0, weights.length)
        .mapToDouble(k -> amount(weights[k] * factor, low[k], high[k]))
        .toArray();
  }

  private static double sum(double[] weights, int[] low, int[] high, double factor) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += amount(weights[k] * factor, low[k], high[k]);
    }
    return sum;
  }

  private static double amount(double wanted, int low, int high) {
    return Math.max(low, Math.min(high, wanted));
  }

  private static int[] rounded(double[] amounts, int[] low, int[] high, long total) {
    int[] whole = Arrays.stream(amounts).mapToInt(a -> (int) Math.floor(a)).toArray();
    long left = total - IntStream.of(whole).asLongStream().sum();
    int[] byRemainder =
        IntStream.range(0, whole.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> whole[k] - amounts[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    while (left > 0) {
      for (int k : byRemainder) {
        if (left > 0 && whole[k] < high[k]) {
          whole[k]++;
          left--;
        }
      }
    }
    while (left < 0) {
      for (int k : byRemainder) {
        if (left < 0 && whole[k] > low[k]) {
          whole[k]--;
          left++;
        }
      }
    }
    return whole;
  }
}
