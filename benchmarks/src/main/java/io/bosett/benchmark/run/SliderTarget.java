package io.bosett.benchmark.run;

import io.bosett.model.Criterion;
import io.bosett.model.Demand;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.solve.ScaledMultipliers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody drags a slider: demand and weights wander in small steps, and every solve starts from
 * the multipliers of the one before.
 */
record SliderTarget(Problem problem, Channel channel) {
  private static final int STEPS = 400;
  private static final int ROUNDS = 8;

  Map<String, Double> measure() {
    List<Problem> path = path();
    Lane lane = new Lane(10);
    Samples warm = new Samples();
    Samples total = new Samples();
    Samples cold = new Samples();
    for (int round = 1; round <= ROUNDS; round++) {
      @Nullable ScaledMultipliers last = null;
      for (Problem step : path) {
        channel.alive();
        lane.run(step, null);
        if (round == ROUNDS) {
          cold.add(lane.solveSeconds);
        }
        ScaledMultipliers own = lane.found == null ? null : lane.found.prices();
        lane.run(step, last == null ? own : last);
        if (round == ROUNDS && last != null) {
          warm.add(lane.solveSeconds);
          total.add(lane.total());
        }
        last = lane.found == null ? null : lane.found.prices();
      }
    }
    Map<String, Double> values = new TreeMap<>();
    values.put("solve", warm.median());
    values.put("solveP99", warm.quantile(0.99));
    values.put("total", total.median());
    values.put("solveFromNothing", cold.median());
    return values;
  }

  /** Demand moves by up to a quarter of a percent, one weight by up to one hundredth. */
  private List<Problem> path() {
    SplittableRandom random = new SplittableRandom(1);
    List<Problem> path = new ArrayList<>();
    int persons = problem.scenario().demand().persons();
    double weight = problem.scenario().criteria().get(0).weight();
    for (int k = 0; k < STEPS; k++) {
      persons = Math.max(4_200, Math.min(4_600, persons + random.nextInt(-11, 12)));
      weight = Math.max(0.5, Math.min(0.9, weight + random.nextDouble(-0.01, 0.01)));
      path.add(changed(persons, weight));
    }
    return path;
  }

  private Problem changed(int persons, double weight) {
    Scenario s = problem.scenario();
    List<Criterion> criteria = new ArrayList<>(s.criteria());
    Criterion c = criteria.get(0);
    criteria.set(0, c.withWeight(weight));
    return new Problem(
        s.withDemand(new Demand(persons, s.demand().minors())).withCriteria(criteria),
        problem.dataset());
  }
}
