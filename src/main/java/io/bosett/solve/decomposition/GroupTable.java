package io.bosett.solve.decomposition;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What one group can do within a budget: for every change of the global rows that its items can
 * bring about while its regions' rows are within their limits, the least loss of items and region
 * rows.
 */
final class GroupTable {
  /** The global rows whose changes the states tell. */
  final int[] rows;

  private final LabelSearch search;
  private final Labels labels;

  /** Least loss of all. */
  final long least;

  private GroupTable(int[] rows, LabelSearch search, Labels labels) {
    this.rows = rows;
    this.search = search;
    this.labels = labels;
    long smallest = MoveCost.NEVER;
    for (int k = 0; k < labels.count; k++) {
      smallest = Math.min(smallest, labels.losses[k]);
    }
    least = smallest;
  }

  /**
   * Searches the items of one group.
   *
   * @param items of the group, in order
   * @param rows global ones and those of the group's regions that some item touches, ascending
   */
  static GroupTable of(
      List<Item> items, int[] rows, IntPredicate kept, Round round, long budget) throws SearchTooLargeException {
    Outlooks outlooks =
        new Outlooks(
            new Component(items, rows), round.groups(), round.rows(), round.base(), kept);
    LabelSearch search = new LabelSearch(items, outlooks, LabelSearch.FULL, round.effort());
    Labels labels = search.search(budget);
    int[] global = Arrays.stream(rows).filter(kept).toArray();
    return new GroupTable(global, search, labels);
  }

  int size() {
    return labels.count;
  }

  long loss(int entry) {
    return labels.losses[entry];
  }

  /** The change of the row at a place of {@link #rows}. */
  int change(int entry, int place) {
    return labels.state(entry, place);
  }

  long labels() {
    return search.labels;
  }

  void apply(int entry, int[] persons, int[] minors) {
    search.apply(entry, persons, minors);
  }
}
