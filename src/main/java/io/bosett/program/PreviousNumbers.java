package io.bosett.program;

import io.bosett.model.Dataset;
import io.bosett.model.Previous;
import io.bosett.program.figures.AscendingLookup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the previous allocation, matched with the dataset.
 *
 * @param positions in the dataset, in the order of the allocation; -1 for municipalities not in it
 */
record PreviousNumbers(Previous previous, int[] positions) {
  static @Nullable PreviousNumbers of(
      @Nullable Previous previous, Dataset dataset, References references) {
    if (previous == null) {
      return null;
    }
    int[] positions = new int[previous.allocation().size()];
    AscendingLookup lookup = new AscendingLookup(dataset);
    int k = 0;
    for (String id : previous.allocation().keySet()) {
      positions[k] = lookup.position(id);
      if (positions[k++] < 0) {
        references.unknownMunicipality("/previous/allocation", id, id);
      }
    }
    return new PreviousNumbers(previous, positions);
  }

  /** The cost of change; only candidates are charged. */
  ChangeCost cost(CandidateSet candidates) {
    int[] before = new int[candidates.size()];
    int k = 0;
    for (Map.Entry<String, Integer> entry : previous.allocation().entrySet()) {
      int i = candidates.at(positions[k++]);
      if (i >= 0) {
        before[i] = entry.getValue();
      }
    }
    return new ChangeCost(
        before,
        Gains.half(1e6 * previous.costPerPersonMoved()),
        Gains.half(1e6 * previous.costPerSwitch()));
  }
}
