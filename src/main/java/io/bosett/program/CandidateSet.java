package io.bosett.program;

import io.bosett.model.Candidates.SettledIn;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Scenario;
import io.bosett.program.figures.Figures;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The set of candidates.
 *
 * @param positions in the dataset, ascending
 */
record CandidateSet(int[] positions) {
  private static final String POINTER = "/candidates";

  int size() {
    return positions.length;
  }

  /** The candidate at a position of the dataset, or -1. */
  int at(int position) {
    return Math.max(-1, Arrays.binarySearch(positions, position));
  }

  /**
   * The candidates of a scenario, without those whose missing values exclude them; null when there
   * are none, or when a violation leaves them unknown.
   */
  static @Nullable CandidateSet of(
      Scenario scenario, Dataset dataset, Figures figures, ViolationCollector faults) {
    BitSet set = asked(scenario, dataset, new References(dataset, faults));
    if (faults.at(POINTER) || !Exclusions.apply(scenario.criteria(), figures, set, faults)) {
      return null;
    }
    if (set.isEmpty()) {
      faults.add(POINTER, "leaves no municipality", "at least one candidate");
      return null;
    }
    return new CandidateSet(members(set));
  }

  private static int[] members(BitSet set) {
    int[] members = new int[set.cardinality()];
    int k = 0;
    for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
      members[k++] = i;
    }
    return members;
  }

  private static BitSet asked(Scenario scenario, Dataset dataset, References references) {
    io.bosett.model.Candidates candidates = scenario.candidates();
    @Nullable SettledIn settledIn = candidates.settledIn();
    @Nullable List<String> include = candidates.include();
    BitSet set = new BitSet(dataset.size());
    if (settledIn != null) {
      settled(settledIn, dataset, set);
    }
    if (include != null) {
      positions(include, POINTER + "/include", references, set);
    }
    if (settledIn == null && include == null) {
      set.set(0, dataset.size());
    }
    BitSet excluded = new BitSet();
    positions(candidates.exclude(), POINTER + "/exclude", references, excluded);
    set.andNot(excluded);
    return set;
  }

  private static void positions(
      List<String> ids, String pointer, References references, BitSet set) {
    for (int k = 0; k < ids.size(); k++) {
      int position = references.municipality(pointer, k, ids.get(k));
      if (position >= 0) {
        set.set(position);
      }
    }
  }

  private static void settled(SettledIn settledIn, Dataset dataset, BitSet set) {
    for (int year : dataset.years(settledIn.indicator())) {
      @Nullable Column column = dataset.column(settledIn.indicator(), year);
      if (settledIn.from() <= year && year <= settledIn.to() && column != null) {
        for (int i = 0; i < dataset.size(); i++) {
          if (column.value(i) >= 1 || column.isSuppressed(i)) {
            set.set(i);
          }
        }
      }
    }
  }
}
