package io.bosett.program;

import io.bosett.model.Criterion;
import java.math.BigDecimal;
import java.util.List;

/** Normalizes the weights of the criteria: as doubles that sum to 1, and as whole millionths. */
final class Weights {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private Weights() {}

  /** Doubles that sum to 1. */
  static double[] normalized(List<Criterion> criteria) {
    double sum = 0;
    for (Criterion criterion : criteria) {
      sum += criterion.weight();
    }
    double[] weights = new double[criteria.size()];
    for (int c = 0; c < weights.length; c++) {
      weights[c] = criteria.get(c).weight() / sum;
    }
    return weights;
  }

  /**
   * Whole millionths that sum to 10<sup>6</sup>, in exact decimals: rounded down, then one more
   * each to those with the largest remainder, the earlier first among equals.
   */
  static long[] millionths(List<Criterion> criteria) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Criterion criterion : criteria) {
      sum = sum.add(BigDecimal.valueOf(criterion.weight()));
    }
    long[] whole = new long[criteria.size()];
    BigDecimal[] remainders = new BigDecimal[whole.length];
    long left = MILLION.longValue();
    for (int c = 0; c < whole.length; c++) {
      BigDecimal share = BigDecimal.valueOf(criteria.get(c).weight()).multiply(MILLION);
      BigDecimal[] parts = share.divideAndRemainder(sum);
      whole[c] = parts[0].longValue();
      remainders[c] = parts[1];
      left -= whole[c];
    }
    for (; left > 0; left--) {
      int largest = 0;
      for (int c = 1; c < whole.length; c++) {
        largest = remainders[c].compareTo(remainders[largest]) > 0 ? c : largest;
      }
      whole[largest]++;
      remainders[largest] = BigDecimal.ONE.negate();
    }
    return whole;
  }
}
