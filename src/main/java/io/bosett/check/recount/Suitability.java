package io.bosett.check.recount;

import io.bosett.model.Criterion;
import io.bosett.model.Fit;
import io.bosett.model.Scenario;

/**
 * For the fit {@code score}, the suitability of each candidate under each criterion, from 0 to 1:
 * the tilt (the base where there is none) scaled between the candidates' smallest and largest,
 * reversed for a negative strength.
 */
public final class Suitability {
  private final double[][] scores;

  Suitability(Scenario scenario, CriterionValues values) {
    scores = new double[scenario.fit() == Fit.SCORE ? scenario.criteria().size() : 0][];
    for (int c = 0; c < scores.length; c++) {
      scores[c] = scores(scenario.criteria().get(c), values, c);
    }
  }

  /** The suitability, from 0 to 1, in a scenario with that fit. */
  public double of(int criterion, int candidate) {
    return scores[criterion][candidate];
  }

  private static double[] scores(Criterion criterion, CriterionValues values, int index) {
    double[] tilt = values.tilt(index);
    Spread spread = new Spread(tilt == null ? values.base(index) : tilt);
    double[] s = spread.scaled();
    if (criterion.tilt() != null && criterion.tilt().strength() < 0 && !spread.allEqual()) {
      for (int i = 0; i < s.length; i++) {
        s[i] = 1 - s[i];
      }
    }
    return s;
  }
}
