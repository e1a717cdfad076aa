package io.bosett.benchmark.report;

import io.bosett.benchmark.run.Heat;
import io.bosett.benchmark.run.Timing;

/**
 * A heat with what it comes to.
 *
 * @param family of the instance
 * @param why it is wrong or broke down; empty otherwise
 */
public record Judged(Heat heat, String family, HeatVerdict verdict, String why) {
  /** Median of the repetitions' totals in seconds; of the first solve where there were none. */
  double seconds() {
    double[] sorted = heat.warm().stream().mapToDouble(Timing::total).sorted().toArray();
    if (sorted.length > 0) {
      return Numbers.median(sorted);
    }
    return heat.cold() == null ? heat.timeLimit() : heat.cold().total();
  }

  /** The same of the solve alone. */
  double solveSeconds() {
    double[] sorted = heat.warm().stream().mapToDouble(Timing::solve).sorted().toArray();
    if (sorted.length > 0) {
      return Numbers.median(sorted);
    }
    return heat.cold() == null ? heat.timeLimit() : heat.cold().solve();
  }
}
