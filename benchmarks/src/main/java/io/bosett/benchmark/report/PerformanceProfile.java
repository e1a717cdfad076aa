package io.bosett.benchmark.report;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.run.Entrants;
import java.util.Arrays;
import java.util.List;

/**
 * For every factor, the share of instances that a solver settled within that factor of the fastest
 * one (Dolan and Moré 2002), over the instances that all solvers met and somebody settled. The
 * default solver runs once, without another one to hand over to: twice it would share first places.
 */
final class PerformanceProfile {
  private final Standings standings;
  private final List<Instance> instances;
  private final List<String> solvers;

  PerformanceProfile(Standings standings) {
    this.standings = standings;
    solvers = standings.solvers().stream().filter(s -> !s.equals(Entrants.OWN_WITH_REST)).toList();
    instances =
        standings.common().stream().filter(i -> fastest(i) < Double.POSITIVE_INFINITY).toList();
  }

  private double fastest(Instance instance) {
    return solvers.stream()
        .mapToDouble(solver -> seconds(solver, instance))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private double seconds(String solver, Instance instance) {
    Judged j = standings.find(solver, instance.id());
    return j != null && j.verdict().settled() ? j.seconds() : Double.POSITIVE_INFINITY;
  }

  /** Ratios to the fastest, ascending; those that did not settle are infinite. */
  double[] ratios(String solver) {
    return instances.stream().mapToDouble(i -> seconds(solver, i) / fastest(i)).sorted().toArray();
  }

  Pictures picture() {
    Pictures picture =
        Pictures.of(
            "Performance profile over " + instances.size() + " instances",
            "times the fastest solver's time",
            "share of instances settled",
            false);
    double largest =
        solvers.stream()
            .flatMapToDouble(solver -> Arrays.stream(ratios(solver)))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    for (int k = 0; k < solvers.size() && !instances.isEmpty(); k++) {
      double[] ratios = ratios(solvers.get(k));
      double[][] steps = steps(ratios, 1.2 * largest);
      picture.line(solvers.get(k), k, false, steps[0], steps[1]);
    }
    return picture;
  }

  /** The corners of the staircase. */
  private static double[][] steps(double[] ratios, double end) {
    int finite = (int) Arrays.stream(ratios).filter(Double::isFinite).count();
    double[] x = new double[2 * finite + 2];
    double[] y = new double[2 * finite + 2];
    x[0] = 1;
    for (int k = 0; k < finite; k++) {
      x[2 * k + 1] = ratios[k];
      x[2 * k + 2] = ratios[k];
      y[2 * k + 1] = (double) k / ratios.length;
      y[2 * k + 2] = (k + 1.0) / ratios.length;
    }
    x[2 * finite + 1] = end;
    y[2 * finite + 1] = y[2 * finite];
    return new double[][] {x, y};
  }
}
