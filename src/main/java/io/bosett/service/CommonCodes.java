package io.bosett.service;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.documents.boundaries.Renumbering;
import io.bosett.model.CodeChange;
import io.bosett.model.Ids;
import io.bosett.solve.CompiledProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two allocations in common municipality codes, those of the later year.
 *
 * @param left the first
 * @param right the second
 * @param ground the scenario in the common codes, or null when there is none
 * @param notes which codes were translated, for people
 * @param faults municipalities with persons that were divided since; the allocations cannot be
 *     compared when there are any
 */
public record CommonCodes(
    ComparedAllocation left,
    ComparedAllocation right,
    @Nullable CompiledProblem ground,
    List<String> notes,
    List<String> faults) {
  public CommonCodes {
    notes = List.copyOf(notes);
    faults = List.copyOf(faults);
  }

  /**
   * Translates the allocation with the older codes to the codes of the other.
   *
   * @param before the scenario of the left allocation, or null when it is not at hand
   * @param after the scenario of the right allocation, or null when it is not at hand
   * @param known changes of codes that are at hand, tried before those of the datasets that ship
   */
  public static CommonCodes of(
      ComparedAllocation left,
      @Nullable CompiledProblem before,
      ComparedAllocation right,
      @Nullable CompiledProblem after,
      Collection<List<CodeChange>> known) {
    Renumbering forward = Renumbering.of(left.persons().keySet(), codes(right, after), known);
    if (!forward.isEmpty()) {
      ComparedAllocation now = moved(left, forward.moved());
      return new CommonCodes(now, right, after, notes(left, forward), divided(left, forward));
    }
    Renumbering backward = Renumbering.of(right.persons().keySet(), codes(left, before), known);
    if (!backward.isEmpty()) {
      ComparedAllocation now = moved(right, backward.moved());
      return new CommonCodes(left, now, before, notes(right, backward), divided(right, backward));
    }
    return new CommonCodes(left, right, before == null ? after : before, List.of(), List.of());
  }

  private static List<String> notes(ComparedAllocation side, Renumbering renumbering) {
    return List.of(side.label() + " has older codes: " + renumbering.shown());
  }

  private static Collection<String> codes(
      ComparedAllocation side, @Nullable CompiledProblem problem) {
    if (problem == null) {
      return side.persons().keySet();
    }
    return problem.problem().dataset().municipalities();
  }

  private static List<String> divided(ComparedAllocation side, Renumbering renumbering) {
    List<String> faults = new ArrayList<>();
    renumbering
        .divided()
        .forEach(
            (code, parts) ->
                faults.add(
                    side.label()
                        + ": "
                        + code
                        + " was divided since, into "
                        + String.join(", ", parts)
                        + "; its persons cannot be compared"));
    return faults;
  }

  private static ComparedAllocation moved(ComparedAllocation side, Map<String, String> codes) {
    SortedMap<String, Integer> minors = side.minors();
    return new ComparedAllocation(
        side.label(),
        summed(side.persons(), codes),
        minors == null ? null : summed(minors, codes),
        side.suppressed(),
        side.scenarioHash(),
        side.datasetHash());
  }

  private static SortedMap<String, Integer> summed(
      SortedMap<String, Integer> numbers, Map<String, String> codes) {
    SortedMap<String, Integer> summed = new TreeMap<>(Ids.BY_CODE_POINT);
    numbers.forEach(
        (code, number) -> summed.merge(codes.getOrDefault(code, code), number, Math::addExact));
    return summed;
  }
}
