package io.bosett.program;

import io.bosett.model.Band;
import io.bosett.model.Candidates;
import io.bosett.model.CellRef;
import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Base;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Demand;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Missing;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.model.SolverSettings;
import io.bosett.model.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A builder for a scenario with its dataset. Defaults: 100 persons, no minors, minimum 1, and no
 * other rule.
 */
public final class Draft {
  public final DatasetBuilder data = new DatasetBuilder("d", "");
  final List<Criterion> criteria = new ArrayList<>();
  final List<Region> regions = new ArrayList<>();
  final List<Fixed> fixed = new ArrayList<>();
  Demand demand = new Demand(100, 0);
  Candidates candidates = Candidates.ALL;
  @Nullable Selection selection = null;
  Places places = new Places(1, null, null, null);
  Minors minors = Minors.DEFAULT;
  Fit fit = Fit.PROPORTIONAL;
  @Nullable Previous previous = null;

  /** Municipalities A, B, C, ... of county 1 with these populations in 2017. */
  public static Draft of(double... populations) {
    Draft draft = new Draft();
    for (int i = 0; i < populations.length; i++) {
      draft.data.municipality(id(i), "Name of " + id(i), "1");
      draft.data.number(id(i), "population", 2017, populations[i]);
    }
    return draft;
  }

  /** The same with one criterion, the population. */
  static Draft byPopulation(double... populations) {
    return of(populations).criterion(1, base("population"), null);
  }

  static String id(int i) {
    return String.valueOf((char) ('A' + i));
  }

  /** Sets the cells of 2017, A first; {@code NaN} leaves a cell missing. */
  public Draft cells(String indicator, double... values) {
    return cellsIn(2017, indicator, values);
  }

  public Draft cellsIn(int year, String indicator, double... values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        data.number(id(i), indicator, year, values[i]);
      }
    }
    return this;
  }

  Draft criterion(double weight, Base base, @Nullable Tilt tilt) {
    criteria.add(new Criterion("c" + criteria.size(), weight, base, tilt));
    return this;
  }

  static Base base(String indicator) {
    return base(indicator, 1, null);
  }

  static Base base(String indicator, double power, @Nullable Missing missing) {
    return new Base(new Figure(indicator, 2017), power, missing);
  }

  static Tilt tilt(String indicator, double strength) {
    return tilt(indicator, strength, null, null);
  }

  static Tilt tilt(
      String indicator, double strength, @Nullable Shrink shrink, @Nullable Missing missing) {
    return new Tilt(new Figure(indicator, 2017), strength, shrink, missing);
  }

  static CellRef cell(String indicator) {
    return new CellRef(indicator, 2017);
  }

  static Region region(List<String> municipalities, Band persons) {
    return new Region("", null, municipalities, persons, Band.FREE, Band.FREE);
  }

  Draft fix(
      String id, @Nullable Integer persons, @Nullable Integer group, @Nullable Boolean selected) {
    fixed.add(new Fixed(id, persons, group, selected));
    return this;
  }

  Scenario scenario() {
    return new Scenario(
        "",
        "d",
        2018,
        demand,
        candidates,
        selection,
        places,
        minors,
        criteria,
        fit,
        regions,
        fixed,
        previous,
        SolverSettings.NONE);
  }

  Problem problem() {
    return new Problem(scenario(), data.build());
  }

  Program compile() {
    return Compiler.compile(problem());
  }

  List<Violation> faults(String... knownPointers) {
    List<Violation> known = new ArrayList<>();
    for (String pointer : knownPointers) {
      known.add(new Violation(pointer, "is broken", ""));
    }
    Dataset dataset = data.build();
    return Compiler.attempt(scenario(), dataset, known).faults();
  }

  /** A minors' part with a group and a share. */
  static Minors minors(int group, String share) {
    return new Minors(group, new BigDecimal(share), null, null, null);
  }
}
