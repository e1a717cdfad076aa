package io.bosett.generate;

import io.bosett.model.Candidates;
import io.bosett.model.Criterion;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Demand;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.SolverSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Random problems of few municipalities and many persons: every number up to the demand is allowed.
 */
public final class LongRanges {
  private LongRanges() {}

  /** A problem with so many persons; above a million targets are too large for proportional. */
  public static Problem of(long seed, int demand) {
    SeededRandom draw = new SeededRandom(seed);
    int persons = demand - draw.between(0, 5);
    DatasetBuilder builder = new DatasetBuilder("long", "long");
    builder.county("1", "One");
    int n = draw.between(2, 4);
    int criteria = draw.between(1, 4);
    for (int i = 0; i < n; i++) {
      String id = Character.toString((char) ('A' + i));
      builder.municipality(id, id, "1");
      for (int c = 0; c < criteria; c++) {
        builder.number(id, "figure" + c, 2017, draw.between(1, draw.oneOf(3, 1_000)));
      }
    }
    Scenario scenario =
        new Scenario(
            "long",
            null,
            2018,
            new Demand(persons, draw.chance(0.3) ? 0 : draw.between(1, persons)),
            Candidates.ALL,
            null,
            new Places(draw.between(1, 30), null, null, null),
            minors(draw),
            criteria(draw, criteria),
            demand > 1_000_000 ? draw.oneOf(Fit.OVERLAP, Fit.SCORE) : draw.oneOf(Fit.values()),
            List.of(),
            List.of(),
            draw.chance(0.5) ? null : previous(draw, persons),
            SolverSettings.NONE);
    return new Problem(scenario, builder.build());
  }

  /** A problem of so many municipalities whose figures are one of a few, so that many tie. */
  public static Problem tied(int n, int levels, Fit fit, int persons, int minors) {
    DatasetBuilder builder = new DatasetBuilder("tied", "tied");
    builder.county("1", "One");
    for (int i = 0; i < n; i++) {
      String id = String.valueOf(1_000 + i);
      builder.municipality(id, id, "1");
      builder.number(id, "figure0", 2017, 1_000 + i % levels);
      builder.number(id, "figure1", 2017, 50 + (i + 1) % levels);
    }
    SeededRandom draw = new SeededRandom(n);
    Scenario scenario =
        new Scenario(
            "tied",
            null,
            2018,
            new Demand(persons, minors),
            Candidates.ALL,
            null,
            new Places(10, null, null, null),
            Minors.DEFAULT,
            criteria(draw, 2),
            fit,
            List.of(),
            List.of(),
            null,
            SolverSettings.NONE);
    return new Problem(scenario, builder.build());
  }

  private static Minors minors(SeededRandom draw) {
    BigDecimal share = new BigDecimal(draw.oneOf("1", "0.5", "0.37", "0.333333333333", "0.9"));
    return Minors.DEFAULT.withMinimumGroup(draw.between(1, 9)).withMaximumShare(share);
  }

  private static List<Criterion> criteria(SeededRandom draw, int count) {
    List<Criterion> criteria = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      Criterion.Base base = new Criterion.Base(new Figure("figure" + c, 2017), 1, null);
      criteria.add(new Criterion("criterion" + c, draw.between(1, 3), base, null));
    }
    return criteria;
  }

  private static Previous previous(SeededRandom draw, int persons) {
    Map<String, Integer> before = Map.of("A", draw.between(0, persons), "B", draw.between(0, 20));
    return new Previous(before, draw.oneOf(0.0, 0.01, 0.3), draw.oneOf(0.0, 0.5));
  }
}
