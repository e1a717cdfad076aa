package io.bosett.check;

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
import io.bosett.model.SolverWishes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario in the making: one criterion on population 2017, minimum 1, nothing else. */
final class Asked {
  Demand demand = new Demand(10, 0);
  Candidates candidates = Candidates.ALL;
  @Nullable Selection selection;
  Places places = new Places(1, null, null, null);
  Minors minors = Minors.DEFAULT;
  List<Criterion> criteria = List.of(onPopulation("population", 1));
  Fit fit = Fit.PROPORTIONAL;
  List<Region> regions = List.of();
  List<Fixed> fixed = List.of();
  @Nullable Previous previous;

  static Criterion onPopulation(String id, double weight) {
    return new Criterion(id, weight, base(), null);
  }

  static Criterion tilted(String id, double weight, Criterion.Tilt tilt) {
    return new Criterion(id, weight, base(), tilt);
  }

  static Criterion.Base base() {
    return new Criterion.Base(new Figure("population", 2017), 1, null);
  }

  Scenario scenario() {
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
        SolverWishes.NONE);
  }

  Problem on(Dataset dataset) {
    return new Problem(scenario(), dataset);
  }

  Reckoning reckoned(Dataset dataset) {
    return new Reckoning(on(dataset));
  }
}
