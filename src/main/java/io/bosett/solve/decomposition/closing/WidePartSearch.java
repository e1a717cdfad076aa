package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.RowMoveCost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The label search of the parts without a table, item by item, from the labels of the parts before
 * them to the end, where every row must be within its limits.
 */
final class WidePartSearch {
  private final SearchRound round;
  private final int[] shared;
  private final int[] rows;
  private final List<ChoiceItem> items = new ArrayList<>();

  /** For every starting label, the one that it comes from. */
  private int[] origins = {};

  private final LabelSearch search;

  /** The number of labels made. */
  long labels;

  /** The least loss found. */
  long loss;

  /** Whether labels were dropped, so that less may be possible. */
  boolean dropped;

  /**
   * @param shared the rows whose changes the labels before hold
   * @param width labels kept after an item that left many
   */
  WidePartSearch(List<ComponentPart> parts, SearchRound round, int[] shared, int width) {
    this.round = round;
    this.shared = shared;
    parts.forEach(part -> items.addAll(part.items));
    rows =
        parts.stream().flatMapToInt(part -> Arrays.stream(part.rows)).sorted().distinct().toArray();
    CompletionBounds completionBounds =
        new CompletionBounds(
            Component.of(items, rows),
            round.groups(),
            round.rows(),
            round.base(),
            row -> false,
            row -> Arrays.binarySearch(shared, row) >= 0);
    search = new LabelSearch(items, completionBounds, width, round.effort());
  }

  /** Searches within a budget; false when it is infeasible. */
  boolean search(Labels from, long budget) throws SearchTooLargeException {
    Labels last = search.search(start(from, budget), budget);
    labels = search.labels;
    dropped = search.dropped;
    if (last.count == 0) {
      return false;
    }
    loss = last.losses[0];
    return true;
  }

  /** The labels, with the rows closed that no item touches any more. */
  private Labels start(Labels from, long budget) {
    int[] open =
        IntStream.range(0, shared.length)
            .filter(p -> Arrays.binarySearch(rows, shared[p]) >= 0)
            .toArray();
    Labels start = new Labels(open.length);
    int[] state = new int[open.length];
    for (int label = 0; label < from.count; label++) {
      long sum = from.losses[label];
      for (int p = 0; p < shared.length && sum <= budget; p++) {
        if (Arrays.binarySearch(rows, shared[p]) < 0) {
          long own = round.lossOf(shared[p], from.state(label, p));
          sum = own > budget - sum ? RowMoveCost.NEVER : sum + own;
        }
      }
      if (sum <= budget) {
        for (int k = 0; k < open.length; k++) {
          state[k] = from.state(label, open[k]);
        }
        start.offer(state, sum, 0, label, -1);
      }
    }
    origins = start.parents;
    return start;
  }

  /**
   * Applies the answer to the numbers of all candidates; returns the label that it started from.
   */
  int apply(int[] persons, int[] minors) {
    return origins[search.apply(0, persons, minors)];
  }
}
