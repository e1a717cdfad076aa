package io.bosett.check.recount;

import io.bosett.model.Criterion;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The weights of the criteria: normalized to sum 1, and in whole millionths that sum to 10^6. */
final class Weights {
  private static final int MILLION = 1_000_000;

  private Weights() {}

  static double[] normalized(List<Criterion> criteria) {
    double sum = 0;
    for (Criterion criterion : criteria) {
      sum += criterion.weight();
    }
    double total = sum;
    return criteria.stream().mapToDouble(c -> c.weight() / total).toArray();
  }

  /** By largest remainder in exact decimals, ties to the earlier criterion. */
  static int[] millionths(List<Criterion> criteria) {
    List<BigDecimal> weights = criteria.stream().map(c -> BigDecimal.valueOf(c.weight())).toList();
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int[] whole = new int[weights.size()];
    BigDecimal[] remainder = new BigDecimal[whole.length];
    for (int c = 0; c < whole.length; c++) {
      BigDecimal[] parts =
          weights.get(c).multiply(BigDecimal.valueOf(MILLION)).divideAndRemainder(sum);
      whole[c] = parts[0].intValueExact();
      remainder[c] = parts[1];
    }
    Integer[] order = new Integer[whole.length];
    Arrays.setAll(order, c -> c);
    Arrays.sort(order, Comparator.comparing((Integer c) -> remainder[c]).reversed());
    int left = MILLION - Arrays.stream(whole).sum();
    for (int k = 0; k < left; k++) {
      whole[order[k]]++;
    }
    return whole;
  }
}
