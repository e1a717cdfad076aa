package io.bosett.benchmark.run;

import java.util.Arrays;

/** Times as they come in. */
final class Samples {
  private double[] values = new double[64];
  private int count;

  void add(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  int count() {
    return count;
  }

  double median() {
    return quantile(0.5);
  }

  /** The number below which a share of the samples lies, by the nearest rank. */
  double quantile(double share) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
  }

  /** Which share of the samples is at most so large. */
  double shareUpTo(double limit) {
    return Arrays.stream(values, 0, count).filter(v -> v <= limit).count() / (double) count;
  }
}
