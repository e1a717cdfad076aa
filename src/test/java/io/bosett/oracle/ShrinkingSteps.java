package io.bosett.oracle;

import io.bosett.model.Band;
import io.bosett.model.Candidates;
import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Base;
import io.bosett.model.Demand;
import io.bosett.model.Figure;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The shrinking steps of a problem: each drops or simplifies one thing. */
final class ShrinkingSteps {
  private final Problem problem;
  private final Scenario scenario;
  private final List<Consumer<MutableProblem>> steps = new ArrayList<>();

  private ShrinkingSteps(Problem problem) {
    this.problem = problem;
    scenario = problem.scenario();
  }

  /** The largest steps first; some of them may be documents that are refused. */
  static List<Consumer<MutableProblem>> of(Problem problem) {
    ShrinkingSteps steps = new ShrinkingSteps(problem);
    steps.steps.add(FigureSteps.withoutUnused(problem));
    steps.municipalities();
    steps.wholeRules();
    steps.entries();
    steps.criteria();
    steps.demand();
    steps.places();
    steps.minors();
    steps.bands();
    steps.steps.addAll(FigureSteps.of(problem.dataset()));
    return steps.steps;
  }

  private void step(Consumer<MutableProblem> change) {
    steps.add(change);
  }

  /** Without half of the municipalities, a quarter, and so on down to one. */
  private void municipalities() {
    int n = problem.dataset().size();
    for (int width = n / 2; width >= 1; width /= 2) {
      for (int from = 0; from < n; from += width) {
        int first = from;
        int end = Math.min(n, from + width);
        step(d -> drop(d, first, end));
      }
    }
  }

  private void drop(MutableProblem d, int from, int end) {
    for (int i = from; i < end; i++) {
      forget(d, problem.dataset().municipality(i));
    }
    d.dataset = new Redone(d.dataset).keeping(position -> position < from || position >= end);
  }

  private static void forget(MutableProblem d, String id) {
    @Nullable List<String> include = d.candidates.include();
    d.candidates =
        new Candidates(
            d.candidates.settledIn(),
            include == null ? null : without(include, id),
            without(d.candidates.exclude(), id));
    d.fixed.removeIf(f -> f.municipality().equals(id));
    d.regions.replaceAll(r -> r.withMunicipalities(without(r.municipalities(), id)));
    d.regions.removeIf(r -> r.county() == null && r.municipalities().isEmpty());
    if (d.minors.candidates() instanceof Minors.Who.Listed listed) {
      d.minors =
          d.minors.withCandidates(new Minors.Who.Listed(without(listed.municipalities(), id)));
    }
    if (d.previous != null) {
      Map<String, Integer> left = new TreeMap<>(d.previous.allocation());
      left.remove(id);
      d.previous = new Previous(left, d.previous.costPerPersonMoved(), d.previous.costPerSwitch());
    }
  }

  private static List<String> without(List<String> ids, String id) {
    return ids.stream().filter(other -> !other.equals(id)).toList();
  }

  private void wholeRules() {
    step(d -> d.previous = null);
    step(d -> d.regions = List.of());
    step(d -> d.fixed = List.of());
    step(d -> d.selection = null);
    step(d -> d.candidates = Candidates.ALL);
    step(d -> d.places = new Places(1, null, null, null));
    step(d -> d.demand = new Demand(d.demand.persons(), 0));
    step(d -> d.minors = Minors.DEFAULT);
  }

  private void entries() {
    for (Region region : scenario.regions()) {
      step(d -> d.regions.remove(region));
    }
    for (Fixed fixed : scenario.fixed()) {
      step(d -> d.fixed.remove(fixed));
    }
  }

  private void criteria() {
    for (int c = 0; c < scenario.criteria().size(); c++) {
      int at = c;
      Criterion old = scenario.criteria().get(c);
      Base base = old.base();
      Figure figure = new Figure(base.figure().indicator(), base.figure().to());
      if (scenario.criteria().size() > 1) {
        step(d -> d.criteria.remove(at));
      }
      step(d -> d.criteria.set(at, old.withTilt(null)));
      step(d -> d.criteria.set(at, old.withWeight(1)));
      step(d -> d.criteria.set(at, old.withBase(new Base(figure, 1, base.missing()))));
    }
  }

  private void demand() {
    int persons = scenario.demand().persons();
    int quota = scenario.demand().minors();
    for (int fewer : new int[] {persons / 2, persons - 1}) {
      step(d -> d.demand = new Demand(Math.max(1, fewer), Math.min(quota, Math.max(1, fewer))));
    }
    for (int fewer : new int[] {quota / 2, quota - 1}) {
      step(d -> d.demand = new Demand(persons, Math.max(0, fewer)));
    }
  }

  private void places() {
    Places p = scenario.places();
    step(d -> d.places = p.withMinimum(1));
    step(d -> d.places = p.withMaximum(null));
    step(d -> d.places = p.withMaximumShareOf(null));
    step(d -> d.places = p.withMaximumPer1000(null));
  }

  private void minors() {
    Minors m = scenario.minors();
    step(d -> d.minors = m.withCandidates(null));
    step(d -> d.minors = m.withMinimumGroup(1));
    step(d -> d.minors = m.withMaximumShare(BigDecimal.ONE));
    step(d -> d.minors = m.withMaximum(null));
    step(d -> d.minors = m.withMunicipalitiesAtMost(null));
  }

  private void bands() {
    for (int r = 0; r < scenario.regions().size(); r++) {
      int at = r;
      Region old = scenario.regions().get(r);
      region(at, old.withPersons(Band.FREE));
      region(at, old.withMinors(Band.FREE));
      region(at, old.withSelected(Band.FREE));
      region(at, old.withPersons(new Band(old.persons().atLeast(), null)));
      region(at, old.withPersons(new Band(null, old.persons().atMost())));
    }
  }

  private void region(int at, Region changed) {
    step(d -> d.regions.set(at, changed));
  }
}
