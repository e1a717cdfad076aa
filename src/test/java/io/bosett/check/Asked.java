package io.bosett.check;

import io.bosett.check.recount.Recomputation;
import io.bosett.model.Candidates;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.model.SolverSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A builder for a scenario: one criterion on population 2017, minimum 1, nothing else. */
public final class Asked {
  public Demand demand = new Demand(10, 0);
  public Candidates candidates = Candidates.ALL;
  @Nullable Selection selection;
  public Places places = new Places(1, null, null, null);
  public Minors minors = Minors.DEFAULT;
  public List<Criterion> criteria = List.of(onPopulation("population", 1));
  public Fit fit = Fit.PROPORTIONAL;
  List<Region> regions = List.of();
  List<Fixed> fixed = List.of();
  public @Nullable Previous previous;

  public static Criterion onPopulation(String id, double weight) {
    return new Criterion(id, weight, base(), null);
  }

  public static Criterion tilted(String id, double weight, Criterion.Tilt tilt) {
    return new Criterion(id, weight, base(), tilt);
  }

  static Criterion.Base base() {
    return new Criterion.Base(new Figure("population", 2017), 1, null);
  }

  public Scenario scenario() {
    return new Scenario(
        "asked",
        null,
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

  Problem on(Dataset dataset) {
    return new Problem(scenario(), dataset);
  }

  public Recomputation recomputed(Dataset dataset) {
    return new Recomputation(on(dataset));
  }
}
