package io.bosett.oracle;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A mutable copy of a problem, to be rebuilt with a change. */
final class MutableProblem {
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

  private final Scenario original;

  MutableProblem(Problem problem) {
    original = problem.scenario();
    dataset = problem.dataset();
    demand = original.demand();
    candidates = original.candidates();
    selection = original.selection();
    places = original.places();
    minors = original.minors();
    criteria = new ArrayList<>(original.criteria());
    fit = original.fit();
    regions = new ArrayList<>(original.regions());
    fixed = new ArrayList<>(original.fixed());
    previous = original.previous();
  }

  /** The problem with something changed. */
  static Problem with(Problem problem, Consumer<MutableProblem> change) {
    MutableProblem draft = new MutableProblem(problem);
    change.accept(draft);
    return draft.problem();
  }

  Problem problem() {
    Scenario scenario =
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
            original.solver());
    return new Problem(scenario, dataset);
  }
}
