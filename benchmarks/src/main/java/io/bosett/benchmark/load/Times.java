package io.bosett.benchmark.load;

import java.util.ArrayList;
import java.util.List;

/** Times of one minute, in milliseconds. Safe for use from many threads. */
final class Times {
  private List<Double> millis = new ArrayList<>();

  synchronized void add(double one) {
    millis.add(one);
  }

  /** Those since the last call, in ascending order. */
  synchronized double[] take() {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    millis = new ArrayList<>();
    return sorted;
  }

  /** By the nearest rank; not a number when there are none. */
  static double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, rank - 1)];
  }
}
