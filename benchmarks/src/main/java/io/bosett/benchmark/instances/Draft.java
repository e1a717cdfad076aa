package io.bosett.benchmark.instances;

import io.bosett.model.Candidates;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem while a step changes it. */
final class Draft {
  private final Scenario original;
  Dataset dataset;
  Demand demand;
  Candidates candidates;
  @Nullable Selection selection;
  Places places;
  Minors minors;
  List<Criterion> criteria;
  Fit fit;
  List<Region> regions;
  List<Fixed> fixed;
  @Nullable Previous previous;

  Draft(Problem problem) {
    original = problem.scenario();
    dataset = problem.dataset();
    demand = original.demand();
    candidates = original.candidates();
    selection = original.selection();
    places = original.places();
    minors = original.minors();
    criteria = original.criteria();
    fit = original.fit();
    regions = original.regions();
    fixed = original.fixed();
    previous = original.previous();
  }

  /** Limits the number of places with minors and the minors of one place; null for no limit. */
  void minorsPlaces(@Nullable Integer atMost, @Nullable Integer maximum) {
    minors = minors.withMaximum(maximum).withMunicipalitiesAtMost(atMost);
  }

  /** The problem as it stands. */
  Problem problem() {
    return new Problem(
        new Scenario(
            original.name(),
            original.dataset(),
            original.year(),
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
            original.solver()),
        dataset);
  }
}
