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
      persons[c] = share(scenario.demand().persons(), attraction);
      minors[c] =
          scenario.demand().minors() == 0
              ? new double[0]
              : share(scenario.demand().minors(), among(mayTakeMinors, attraction));
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

  /** The attractions of some, those of all others being 0. */
  private static double[] among(BitSet some, double[] attraction) {
    double[] own = new double[attraction.length];
    for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
      own[i] = attraction[i];
    }
    return own;
  }

  /** All 0 when the attractions sum to 0. */
  private static double[] share(double whole, double[] attraction) {
    double sum = 0;
    for (double own : attraction) {
      sum += own;
    }
    double[] shares = new double[attraction.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = sum == 0 ? 0 : whole * attraction[i] / sum;
    }
    return shares;
  }
}
