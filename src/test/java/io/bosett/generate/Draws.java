package io.bosett.generate;

import io.bosett.model.Demand;
import io.bosett.model.Fixed;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import java.util.List;

/** Problems with one thing changed. */
final class Draws {
  private Draws() {}

  static Problem withDemand(Problem problem, int persons) {
    Scenario s = problem.scenario();
    return changed(problem, new Demand(persons, s.demand().minors()), s.fixed());
  }

  static Problem withoutFixed(Problem problem) {
    return changed(problem, problem.scenario().demand(), List.of());
  }

  private static Problem changed(Problem problem, Demand demand, List<Fixed> fixed) {
    Scenario s = problem.scenario();
    Scenario changed =
        new Scenario(
            s.name(),
            s.dataset(),
            s.year(),
            demand,
            s.candidates(),
            s.selection(),
            s.places(),
            s.minors(),
            s.criteria(),
            s.fit(),
            s.regions(),
            fixed,
            s.previous(),
            s.solver());
    return new Problem(changed, problem.dataset());
  }
}
