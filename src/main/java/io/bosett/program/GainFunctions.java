package io.bosett.program;

import io.bosett.model.Fit;
import io.bosett.model.Scenario;
import java.util.BitSet;

/**
 * The gain functions of persons and minors, and the candidates that may get none because a target
 * is 0 under a positive weight.
 *
 * @param persons of persons
 * @param minors of minors
 * @param noPersons candidates that get nobody
 * @param noMinors candidates that get no minors
 */
record GainFunctions(Gains persons, Gains minors, BitSet noPersons, BitSet noMinors) {
  static GainFunctions of(Scenario scenario, Targets targets) {
    BitSet noPersons = new BitSet();
    BitSet noMinors = new BitSet();
    if (scenario.fit() == Fit.OVERLAP) {
      long[] weights = Weights.millionths(scenario.criteria());
      return new GainFunctions(
          new Gains.Overlap(weights, targets.persons()),
          new Gains.Overlap(weights, targets.minors()),
          noPersons,
          noMinors);
    } else if (scenario.fit() == Fit.SCORE) {
      Gains gains = new Gains.Score(slopes(targets));
      return new GainFunctions(gains, gains, noPersons, noMinors);
    }
    return new GainFunctions(
        new Gains.Proportional(steepness(targets.weights(), targets.persons(), noPersons)),
        new Gains.Proportional(steepness(targets.weights(), targets.minors(), noMinors)),
        noPersons,
        noMinors);
  }

  /**
   * {@code r_i = sum_c w_c / t_ic}; a criterion without weight is left out, whatever its target.
   */
  private static double[] steepness(double[] weights, double[][] targets, BitSet none) {
    double[] r = new double[targets[0].length];
    for (int c = 0; c < weights.length; c++) {
      double weight = weights[c];
      double[] target = targets[c];
      for (int i = 0; i < r.length && weight > 0; i++) {
        r[i] += weight / target[i];
        if (target[i] == 0) {
          none.set(i);
        }
      }
    }
    return r;
  }

  private static long[] slopes(Targets targets) {
    double[] weights = targets.weights();
    long[] slopes = new long[targets.scores()[0].length];
    for (int i = 0; i < slopes.length; i++) {
      double sum = 0;
      for (int c = 0; c < weights.length; c++) {
        sum += weights[c] * targets.scores()[c][i];
      }
      slopes[i] = Gains.half(1e6 * sum);
    }
    return slopes;
  }
}
