package io.bosett.analysis;

import io.bosett.model.Candidates;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Demand;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.model.SolverSettings;
import java.util.List;
import java.util.function.UnaryOperator;

/** A few municipalities A, B, ... with populations, counties 1 and 2 in turn, and one criterion. */
public final class TinyProblem {
  private static final Figure POPULATION = new Figure("population", 2017);

  private TinyProblem() {}

  public static Dataset dataset(int... populations) {
    DatasetBuilder builder = new DatasetBuilder("tiny", "tiny");
    builder.county("1", "Østfold");
    builder.county("2", "Akershus");
    for (int i = 0; i < populations.length; i++) {
      String id = Character.toString((char) ('A' + i));
      builder.municipality(id, id + id.toLowerCase(java.util.Locale.ROOT), "" + (1 + i % 2));
      builder.number(id, "population", 2017, populations[i]);
      builder.number(id, "settled", 2017, Math.floorDiv(populations[i], 100));
    }
    return builder.build();
  }

  /** So many municipalities that compiling a scenario takes a while. */
  public static Dataset wide(int places) {
    DatasetBuilder builder = new DatasetBuilder("tiny", "tiny");
    builder.county("1", "");
    for (int i = 0; i < places; i++) {
      String id = "M" + (100_000 + i);
      builder.municipality(id, id, "1");
      builder.number(id, "population", 2017, 1_000 + i);
    }
    return builder.build();
  }

  public static Scenario scenario(int persons, int minors) {
    return new Scenario(
        "tiny",
        "tiny",
        2018,
        new Demand(persons, minors),
        Candidates.ALL,
        null,
        new Places(2, null, null, null),
        Minors.DEFAULT,
        List.of(new Criterion("population", 1, new Criterion.Base(POPULATION, 1, null), null)),
        Fit.PROPORTIONAL,
        List.of(),
        List.of(),
        null,
        SolverSettings.NONE);
  }

  public static Problem of(
      Dataset dataset, int persons, int minors, UnaryOperator<Scenario> change) {
    Scenario scenario = change.apply(scenario(persons, minors));
    return new Problem(scenario, dataset);
  }

  /** Two equal municipalities and one place. */
  static Problem twins() {
    return of(
        dataset(100, 100), 5, 0, scenario -> scenario.withSelection(new Selection.Count(1, 1)));
  }
}
