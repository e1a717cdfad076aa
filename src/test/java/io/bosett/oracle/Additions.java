package io.bosett.oracle;

import io.bosett.model.Band;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Selection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rules that may be added to a problem without changing a target or a candidate. */
final class Additions {
  private final Problem problem;
  private final List<Consumer<MutableProblem>> additions = new ArrayList<>();

  private Additions(Problem problem) {
    this.problem = problem;
  }

  /** Some of them may make a document that is refused. */
  static List<Consumer<MutableProblem>> to(Problem problem) {
    Additions additions = new Additions(problem);
    additions.selection();
    additions.places();
    additions.minors();
    additions.regions();
    additions.fixed();
    additions.previous();
    return additions.additions;
  }

  private void selection() {
    if (problem.scenario().selection() == null) {
      int half = problem.dataset().size() / 2;
      additions.add(d -> d.selection = new Selection.Count(null, Math.max(1, half)));
      additions.add(d -> d.selection = new Selection.Count(half, null));
    }
  }

  private void places() {
    int third = Math.max(1, problem.scenario().demand().persons() / 3);
    Places p = problem.scenario().places();
    int lower = lowest(p.maximum(), third);
    additions.add(d -> d.places = p.withMaximum(lower));
  }

  private static int lowest(@Nullable Integer limit, int other) {
    return limit == null ? other : Math.min(limit, other);
  }

  private void minors() {
    Minors m = problem.scenario().minors();
    int few = lowest(m.maximum(), m.minimumGroup());
    int one = lowest(m.municipalitiesAtMost(), 1);
    BigDecimal share = m.maximumShare().min(new BigDecimal("0.4"));
    minors(m.minimumGroup() + 1, m.maximumShare(), m.maximum(), m.municipalitiesAtMost());
    minors(m.minimumGroup(), share, m.maximum(), m.municipalitiesAtMost());
    minors(m.minimumGroup(), m.maximumShare(), few, m.municipalitiesAtMost());
    minors(m.minimumGroup(), m.maximumShare(), m.maximum(), one);
  }

  private void minors(
      int group, BigDecimal share, @Nullable Integer maximum, @Nullable Integer places) {
    additions.add(d -> d.minors = new Minors(group, share, maximum, places, d.minors.candidates()));
  }

  private void regions() {
    String first = problem.dataset().municipality(0);
    String county = problem.dataset().county(0);
    Band few = new Band(null, problem.scenario().demand().persons() / 3);
    Band some = new Band(1, null);
    additions.add(d -> d.regions.add(new Region("", county, List.of(), few, Band.FREE, Band.FREE)));
    additions.add(
        d -> d.regions.add(new Region("", county, List.of(), Band.FREE, some, Band.FREE)));
    additions.add(
        d -> d.regions.add(new Region("", null, List.of(first), Band.FREE, Band.FREE, some)));
  }

  private void fixed() {
    String first = problem.dataset().municipality(0);
    boolean free =
        problem.scenario().fixed().stream().noneMatch(f -> f.municipality().equals(first));
    if (free) {
      int minimum = problem.scenario().places().minimum();
      additions.add(d -> d.fixed.add(new Fixed(first, null, null, true)));
      additions.add(d -> d.fixed.add(new Fixed(first, null, null, false)));
      additions.add(d -> d.fixed.add(new Fixed(first, minimum, null, null)));
      additions.add(d -> d.fixed.add(new Fixed(first, null, 0, null)));
    }
  }

  private void previous() {
    if (problem.scenario().previous() == null) {
      Map<String, Integer> before = Map.of(problem.dataset().municipality(0), 3);
      additions.add(d -> d.previous = new Previous(before, 0.2, 0.5));
    }
  }
}
