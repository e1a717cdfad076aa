package io.bosett.benchmark.run;

import io.bosett.model.Result.SolverReport;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Wall time of a solve by phase, in seconds; medians when there were several.
 *
 * @param compile to the integer program
 * @param solve of the program
 * @param certify the certificate and the result
 * @param check of the result, which is no part of the total
 * @param total compile, solve and certify
 * @param solves how many this is the median of
 */
public record Timing(
    double compile, double solve, double certify, double check, double total, int solves) {
  /** The timing of one solve, of which a result and the whole time, checker included, are known. */
  static Timing of(SolverReport report, double whole) {
    return new Timing(
        report.phases().getOrDefault("compile", 0.0),
        report.phases().getOrDefault("solve", 0.0),
        report.phases().getOrDefault("certify", 0.0),
        Math.max(0, whole - report.seconds()),
        report.seconds(),
        1);
  }

  /** Phase by phase the median. */
  static Timing median(List<Timing> timings) {
    return new Timing(
        median(timings, Timing::compile),
        median(timings, Timing::solve),
        median(timings, Timing::certify),
        median(timings, Timing::check),
        median(timings, Timing::total),
        timings.size());
  }

  private static double median(List<Timing> timings, ToDoubleFunction<Timing> phase) {
    double[] sorted = timings.stream().mapToDouble(phase).sorted().toArray();
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
