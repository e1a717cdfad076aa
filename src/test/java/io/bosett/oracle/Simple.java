package io.bosett.oracle;

import io.bosett.model.Candidates;
import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Base;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Demand;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.SolverSettings;
import java.util.List;

/** Problems without rules: one criterion, minimum 1, no minors. */
final class Simple {
  static final String INDICATOR = "population";
  static final int YEAR = 2017;

  private Simple() {}

  static Problem problem(double[] population, int persons) {
    DatasetBuilder dataset = new DatasetBuilder("", "");
    for (int i = 0; i < population.length; i++) {
      String id = "%04d".formatted(i);
      dataset.municipality(id, id, "1").number(id, INDICATOR, YEAR, population[i]);
    }
    return problem(dataset.build(), persons);
  }

  private static Problem problem(Dataset dataset, int persons) {
    Base base = new Base(new Figure(INDICATOR, YEAR), 1, null);
    Scenario scenario =
        new Scenario(
            "",
            null,
            YEAR + 1,
            new Demand(persons, 0),
            Candidates.ALL,
            null,
            new Places(1, null, null, null),
            Minors.DEFAULT,
            List.of(new Criterion(INDICATOR, 1, base, null)),
            Fit.PROPORTIONAL,
            List.of(),
            List.of(),
            null,
            SolverSettings.NONE);
    return new Problem(scenario, dataset);
  }
}
