package io.bosett.benchmark.report;

import java.util.Arrays;
import java.util.Locale;

/** Statistics of times, and how numbers are written. */
final class Numbers {
  private Numbers() {}

  /** The middle of sorted numbers, or the mean of the two middle ones. */
  static double median(double[] sorted) {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** The number below which a share of the sorted numbers lies, by the nearest rank. */
  static double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  /** {@code exp(mean log(x + shift)) - shift}: the shift keeps tiny numbers from ruling. */
  static double shiftedGeometricMean(double[] numbers, double shift) {
    double logs = Arrays.stream(numbers).map(x -> Math.log(x + shift)).sum();
    return Math.exp(logs / numbers.length) - shift;
  }

  /** The slope of {@code log y} over {@code log x} by least squares: the exponent of growth. */
  static double exponent(double[] x, double[] y) {
    double[] p = Arrays.stream(x).map(Math::log).toArray();
    double[] q = Arrays.stream(y).map(Math::log).toArray();
    double meanP = Arrays.stream(p).average().orElse(0);
    double meanQ = Arrays.stream(q).average().orElse(0);
    double above = 0;
    double below = 0;
    for (int i = 0; i < p.length; i++) {
      above += (p[i] - meanP) * (q[i] - meanQ);
      below += (p[i] - meanP) * (p[i] - meanP);
    }
    return above / below;
  }

  /** Seconds with three significant digits, in s, ms or &mu;s. */
  static String time(double seconds) {
    if (seconds >= 1) {
      return digits(seconds) + " s";
    }
    return seconds >= 1e-3 ? digits(seconds * 1e3) + " ms" : digits(seconds * 1e6) + " µs";
  }

  /** Three significant digits, all those before the point. */
  static String digits(double value) {
    int before = value == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    int after = Math.max(0, Math.min(6, 3 - before));
    return String.format(Locale.ROOT, "%,." + after + "f", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
