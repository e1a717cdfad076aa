package io.bosett.benchmark.load;

import java.util.Collection;

/** Median, 95 %, 99 % and largest of some values, by the nearest rank. */
record Distribution(int count, double median, double p95, double p99, double max) {
  static Distribution of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Distribution(
        sorted.length,
        Times.quantile(sorted, 0.5),
        Times.quantile(sorted, 0.95),
        Times.quantile(sorted, 0.99),
        Times.quantile(sorted, 1));
  }
}
