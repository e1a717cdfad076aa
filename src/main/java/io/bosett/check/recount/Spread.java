package io.bosett.check.recount;

/**
 * The spread of a criterion's values among the candidates: standardized (z-scores), or scaled to
 * 0..1.
 */
final class Spread {
  private static final double CLIP = 3;
  private static final double EQUAL = 1e-9;

  private final double[] values;
  private final double least;
  private final double most;

  Spread(double[] values) {
    this.values = values;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    least = low;
    most = high;
  }

  /** Whether the values are equal or differ only by rounding. */
  boolean allEqual() {
    return least == most || most - least < EQUAL * Math.max(Math.abs(least), Math.abs(most));
  }

  /**
   * z-scores: mean 0, standard deviation 1 (dividing by n), clipped to [-3, 3]; 0 when all are
   * equal.
   */
  double[] standardized() {
    double[] z = new double[values.length];
    if (allEqual()) {
      return z;
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / values.length);
    for (int i = 0; i < z.length; i++) {
      z[i] = Math.max(-CLIP, Math.min(CLIP, (values[i] - mean) / deviation));
    }
    return z;
  }

  /** 0 at the smallest, 1 at the largest; 0 when all are equal. */
  double[] scaled() {
    double[] s = new double[values.length];
    if (!allEqual()) {
      for (int i = 0; i < s.length; i++) {
        s[i] = (values[i] - least) / (most - least);
      }
    }
    return s;
  }
}
