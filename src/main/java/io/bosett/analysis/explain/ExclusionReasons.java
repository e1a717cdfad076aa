package io.bosett.analysis.explain;

import io.bosett.analysis.explain.Explanation.NoCandidate;
import io.bosett.analysis.explain.Explanation.NoCandidate.Cause;
import io.bosett.model.Candidates;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The reasons why municipalities are no candidates. */
final class ExclusionReasons {
  private final Dataset dataset;
  private final Candidates rule;
  private final Set<String> excluded;
  private final Set<String> included;
  private final BitSet candidates = new BitSet();

  ExclusionReasons(Problem problem, Program program) {
    dataset = problem.dataset();
    rule = problem.scenario().candidates();
    excluded = new HashSet<>(rule.exclude());
    included = rule.include() == null ? Set.of() : new HashSet<>(rule.include());
    IntStream.of(program.candidates().positions()).forEach(candidates::set);
  }

  List<NoCandidate> all() {
    List<NoCandidate> all = new ArrayList<>();
    for (int position = candidates.nextClearBit(0);
        position < dataset.size();
        position = candidates.nextClearBit(position + 1)) {
      all.add(of(position));
    }
    return all;
  }

  NoCandidate of(int position) {
    Cause cause = cause(position);
    return new NoCandidate(
        dataset.municipality(position), dataset.name(position), cause, reason(cause));
  }

  private Cause cause(int position) {
    String id = dataset.municipality(position);
    if (excluded.contains(id)) {
      return Cause.EXCLUDED;
    }
    Candidates.@Nullable SettledIn settled = rule.settledIn();
    boolean counted = settled != null && settledSomebody(settled, position);
    boolean everybody = settled == null && rule.include() == null;
    if (everybody || counted || included.contains(id)) {
      return Cause.MISSING_FIGURE;
    }
    return settled == null ? Cause.NOT_INCLUDED : Cause.NOBODY_SETTLED;
  }

  private String reason(Cause cause) {
    Candidates.@Nullable SettledIn settled = rule.settledIn();
    return switch (cause) {
      case EXCLUDED -> "the scenario excludes it";
      case MISSING_FIGURE -> "a figure that a criterion needs is missing";
      case NOT_INCLUDED -> "it is not among those the scenario includes";
      case NOBODY_SETTLED ->
          settled == null
              ? "nobody was settled"
              : settled.indicator()
                  + " shows nobody from "
                  + settled.from()
                  + " to "
                  + settled.to();
    };
  }

  private boolean settledSomebody(Candidates.SettledIn settled, int position) {
    for (int year = settled.from(); year <= settled.to(); year++) {
      Column column = dataset.column(settled.indicator(), year);
      if (column != null && (column.value(position) >= 1 || column.isSuppressed(position))) {
        return true;
      }
    }
    return false;
  }
}
