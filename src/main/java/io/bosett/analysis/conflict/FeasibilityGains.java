package io.bosett.analysis.conflict;

import io.bosett.model.Demand;
import io.bosett.program.Gains;
import io.bosett.program.Program;
import io.bosett.program.Targets;

/**
 * Auxiliary gains for feasibility questions. Without gains all assignments tie, and a search among
 * ties has no direction; strictly concave gains, {@code 2x - x^2/t}, pull every candidate towards
 * its mean target t and leave few ties. Any assignment found answers the question, whatever its
 * objective.
 */
final class FeasibilityGains {
  /** Limit on the size of a gain. */
  private static final double LARGEST = 1L << 46;

  /** With larger t the gains would not be exactly concave after rounding. */
  private static final double LARGEST_TARGET = 1e6;

  private FeasibilityGains() {}

  /** The candidates' mean targets, at least half a person. */
  static double[] targets(Program program) {
    Targets targets = program.targets();
    double[] mean = new double[program.size()];
    for (int i = 0; i < mean.length; i++) {
      for (int c = 0; c < targets.weights().length; c++) {
        mean[i] += targets.weights()[c] * targets.persons()[c][i];
      }
      mean[i] = Math.max(mean[i], 0.5);
    }
    return mean;
  }

  /** The program with these gains. */
  static Program on(Program program, double[] targets, Demand demand) {
    double minors = Math.max(1, demand.minors()) / (double) demand.persons();
    return program.withGains(
        new Gains.Proportional(inverses(targets, 1, program.candidates().high())),
        new Gains.Proportional(inverses(targets, minors, program.candidates().minorsHigh())));
  }

  private static double[] inverses(double[] targets, double factor, int[] most) {
    double[] inverses = new double[targets.length];
    for (int i = 0; i < inverses.length; i++) {
      double least = (double) most[i] * most[i] * Gains.UNITS / LARGEST;
      double target = Math.max(least, targets[i] * factor);
      inverses[i] = 1 / Math.min(target, LARGEST_TARGET);
    }
    return inverses;
  }
}
