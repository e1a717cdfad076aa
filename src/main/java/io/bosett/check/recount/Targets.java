package io.bosett.check.recount;

import io.bosett.model.Criterion;
import io.bosett.model.Scenario;
import java.util.BitSet;

/**
 * The targets of each criterion: {@code t = D * a / sum a}, with {@code a = base^power *
 * exp(strength * z)}; for minors the same over those who may take minors.
 */
public final class Targets {
  private final double[][] persons;
  private final double[][] minors;

  Targets(Scenario scenario, CriterionValues values, BitSet mayTakeMinors) {
    int criteria = scenario.criteria().size();
    persons = new double[criteria][];
    minors = new double[criteria][];
    for (int c = 0; c < criteria; c++) {
      double[] attraction = attraction(scenario.criteria().get(c), values, c);
      BitSet all = new BitSet();
      all.set(0, attraction.length);
      persons[c] = share(scenario.demand().persons(), attraction, all);
      minors[c] =
          scenario.demand().minors() == 0
              ? new double[0]
              : share(scenario.demand().minors(), attraction, mayTakeMinors);
    }
  }

  public double persons(int criterion, int candidate) {
    return persons[criterion][candidate];
  }

  /** 0 for all when the quota is 0. */
  public double minors(int criterion, int candidate) {
    return minors[criterion].length == 0 ? 0 : minors[criterion][candidate];
  }

  /** The targets for persons averaged by weight. */
  public double mean(double[] weights, int candidate) {
    double sum = 0;
    for (int c = 0; c < weights.length; c++) {
      sum += weights[c] * persons[c][candidate];
    }
    return sum;
  }

  private static double[] attraction(Criterion criterion, CriterionValues values, int index) {
    double power = criterion.base().power();
    double[] base = values.base(index);
    double[] z = values.standardized(index);
    double strength = criterion.tilt() == null ? 0 : criterion.tilt().strength();
    double[] attraction = new double[base.length];
    for (int i = 0; i < base.length; i++) {
      double grown = power == 1 ? base[i] : StrictMath.pow(base[i], power);
      attraction[i] = z == null ? grown : grown * StrictMath.exp(strength * z[i]);
    }
    return attraction;
  }

  /** All 0 when the attractions sum to 0. */
  private static double[] share(double whole, double[] attraction, BitSet among) {
    double sum = 0;
    for (int i = among.nextSetBit(0); i >= 0; i = among.nextSetBit(i + 1)) {
      sum += attraction[i];
    }
    double[] shares = new double[attraction.length];
    for (int i = among.nextSetBit(0); i >= 0; i = among.nextSetBit(i + 1)) {
      shares[i] = sum == 0 ? 0 : whole * attraction[i] / sum;
    }
    return shares;
  }
}
