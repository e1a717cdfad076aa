package io.bosett.analysis.weights;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.program.Targets;

/**
 * The objective of one allocation before gains are rounded, as a function of the share: a line.
 *
 * @param atNone at a share of 0, in 10<sup>-6</sup> person, without the cost of change
 * @param atAll at the whole weight
 */
record ObjectiveLine(double atNone, double atAll) {
  private static final double UNITS = 1e6;

  /**
   * The line of an allocation that has nobody where a criterion with a weight has a target of 0.
   *
   * @param moved the criterion, by index
   */
  static ObjectiveLine of(Program program, WeightSegment segment, int moved, Assignment a) {
    double[] weights = segment.weights(0);
    double none = 0;
    double all = 0;
    for (int c = 0; c < weights.length; c++) {
      if (c == moved) {
        all = UNITS * fit(program, c, a);
      } else if (weights[c] > 0) {
        none += UNITS * weights[c] / Shares.WHOLE * fit(program, c, a);
      }
    }
    return new ObjectiveLine(none, all);
  }

  private static double fit(Program program, int c, Assignment a) {
    Targets targets = program.targets();
    double sum = 0;
    for (int i = 0; i < program.size(); i++) {
      double score = targets.scores().length == 0 ? 0 : targets.scores()[c][i];
      int persons = a.persons()[i];
      int minors = a.minors()[i];
      if (persons > 0) {
        sum += program.personsGains().phi(persons, targets.persons()[c][i], score);
      }
      if (minors > 0) {
        sum += program.minorsGains().phi(minors, targets.minors()[c][i], score);
      }
    }
    return sum;
  }

  /** The change for each 10<sup>-6</sup> of share. */
  double slope() {
    return (atAll - atNone) / Shares.WHOLE;
  }

  /** Where two lines cross, as a share; not finite where they are parallel. */
  double crossing(ObjectiveLine other) {
    return (other.atNone - atNone) / (slope() - other.slope());
  }
}
