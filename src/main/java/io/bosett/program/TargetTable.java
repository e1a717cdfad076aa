package io.bosett.program;

import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Scenario;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes the targets {@code t_ic = D a_ic / sum_j a_jc}, {@code a_ic = base_i^power exp(strength
 * z_i)}, over all candidates, and the same for the quota over those who may take minors.
 */
final class TargetTable {
  private final Demand demand;
  private final List<Criterion> criteria;
  private final CandidateFigures figures;
  private final BitSet mayTakeMinors;
  private final ViolationCollector faults;
  private final double[][] persons;
  private final double[][] minors;

  private TargetTable(
      Scenario scenario,
      CandidateFigures figures,
      BitSet mayTakeMinors,
      ViolationCollector faults) {
    demand = scenario.demand();
    criteria = scenario.criteria();
    this.figures = figures;
    this.mayTakeMinors = mayTakeMinors;
    this.faults = faults;
    persons = new double[criteria.size()][];
    minors = new double[criteria.size()][];
  }

  static Targets of(
      Scenario scenario,
      CandidateFigures figures,
      BitSet mayTakeMinors,
      ViolationCollector faults,
      CompilePoll poll) {
    TargetTable table = new TargetTable(scenario, figures, mayTakeMinors, faults);
    String[] ids = new String[table.criteria.size()];
    double[][] scores = new double[scenario.fit() == Fit.SCORE ? ids.length : 0][];
    for (int c = 0; c < ids.length; c++) {
      ids[c] = table.criteria.get(c).id();
      table.fill(c);
      if (scores.length > 0) {
        scores[c] = figures.scores(table.criteria.get(c));
      }
      poll.after(table.persons[c].length);
    }
    double[] weights = Weights.normalized(table.criteria);
    return new Targets(ids, weights, table.persons, table.minors, scores);
  }

  private void fill(int c) {
    double[] amounts = amounts(criteria.get(c));
    double sum = 0;
    for (double amount : amounts) {
      sum += amount;
    }
    if (!(sum > 0 && Double.isFinite(demand.persons() * sum))) {
      faults.add(
          "/criteria/" + c + "/base",
          "gives amounts that add up to " + sum,
          "a sum above 0 and far below the largest double");
    }
    minors[c] = minors(amounts);
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = demand.persons() * amounts[i] / sum;
    }
    persons[c] = amounts;
  }

  /** A fresh array of {@code a_ic}. */
  private double[] amounts(Criterion criterion) {
    @Nullable Tilt tilt = criterion.tilt();
    double[] power = figures.power(criterion.base());
    double[] amounts = power.clone();
    if (tilt != null) {
      double[] factor = figures.factor(tilt);
      for (int i = 0; i < amounts.length; i++) {
        amounts[i] *= factor[i];
      }
    }
    return amounts;
  }

  /** All 0 when there is no quota or those who may take minors have no share in the criterion. */
  private double[] minors(double[] amounts) {
    double[] targets = new double[amounts.length];
    double sum = 0;
    for (int i = mayTakeMinors.nextSetBit(0); i >= 0; i = mayTakeMinors.nextSetBit(i + 1)) {
      sum += amounts[i];
    }
    if (demand.minors() == 0 || sum == 0) {
      return targets;
    }
    for (int i = mayTakeMinors.nextSetBit(0); i >= 0; i = mayTakeMinors.nextSetBit(i + 1)) {
      targets[i] = demand.minors() * amounts[i] / sum;
    }
    return targets;
  }
}
