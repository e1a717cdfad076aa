package io.bosett.service;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.documents.boundaries.Renumbering;
import io.bosett.model.CodeChange;
import io.bosett.model.Dataset;
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
 * @param context the scenario in the common codes, or null when there is none
 * @param notes which codes were translated, for people
 * @param faults municipalities with persons that were divided since; the allocations cannot be
 *     compared when there are any
 */
public record CommonCodes(
    ComparedAllocation left,
    ComparedAllocation right,
    @Nullable CompiledProblem context,
    List<String> notes,
    List<String> faults) {
  public CommonCodes {
    notes = List.copyOf(notes);
    faults = List.copyOf(faults);
  }

  /**
   * One side of a comparison.
   *
   * @param allocation its numbers
   * @param problem its scenario, or null when that is not at hand
   * @param dataset its figures, or null when they are not at hand
   */
  public record Side(
      ComparedAllocation allocation, @Nullable CompiledProblem problem, @Nullable Dataset dataset) {
    /** An allocation with its scenario, if that is at hand. */
    public static Side of(ComparedAllocation allocation, @Nullable CompiledProblem problem) {
      return new Side(allocation, problem, problem == null ? null : problem.problem().dataset());
    }

    /** Figures of a dataset. */
    public static Side of(ComparedAllocation allocation, Dataset dataset) {
      return new Side(allocation, null, dataset);
    }

    private Collection<String> codes() {
      return dataset == null ? allocation.persons().keySet() : dataset.municipalities();
    }

    private List<CodeChange> changes() {
      return dataset == null ? List.of() : dataset.history().changes();
    }
  }

  /**
   * Translates the allocation with the older codes to the codes of the other.
   *
   * @param known changes of codes that are at hand besides those of the datasets; they are tried
   *     before those of the datasets that ship
   */
  public static CommonCodes of(Side left, Side right, Collection<List<CodeChange>> known) {
    List<List<CodeChange>> all = new ArrayList<>(List.of(left.changes(), right.changes()));
    all.addAll(known);
    ComparedAllocation first = left.allocation;
    ComparedAllocation second = right.allocation;
    Renumbering forward = Renumbering.of(first.persons().keySet(), right.codes(), all);
    if (!forward.isEmpty()) {
      ComparedAllocation now = moved(first, forward.moved());
      return new CommonCodes(
          now, second, right.problem, notes(first, forward), divided(first, forward));
    }
    Renumbering backward = Renumbering.of(second.persons().keySet(), left.codes(), all);
    if (!backward.isEmpty()) {
      ComparedAllocation now = moved(second, backward.moved());
      return new CommonCodes(
          first, now, left.problem, notes(second, backward), divided(second, backward));
    }
    CompiledProblem context = left.problem == null ? right.problem : left.problem;
    return new CommonCodes(first, second, context, List.of(), List.of());
  }

  private static List<String> notes(ComparedAllocation side, Renumbering renumbering) {
    return List.of(side.label() + " has older codes: " + renumbering.shown());
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
