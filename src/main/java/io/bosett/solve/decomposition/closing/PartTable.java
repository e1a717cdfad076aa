package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.RowMoveCost;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The table of one part within a budget: for every change of the rows that it shares with other
 * parts, the least loss of its items and own rows, these within their limits.
 */
final class PartTable {
  /** The shared rows whose changes the states hold. */
  final int[] rows;

  private final LabelSearch search;
  private final Labels labels;

  /** Least loss of all. */
  final long least;

  private PartTable(int[] rows, LabelSearch search, Labels labels) {
    this.rows = rows;
    this.search = search;
    this.labels = labels;
    long smallest = RowMoveCost.NEVER;
    for (int k = 0; k < labels.count; k++) {
      smallest = Math.min(smallest, labels.losses[k]);
    }
    least = smallest;
  }

  /**
   * Searches the items of one part.
   *
   * @param items of the part, in order
   * @param rows those that some item touches, ascending
   * @param shared the rows whose changes the table holds
   */
  static PartTable of(
      List<ChoiceItem> items, int[] rows, IntPredicate shared, SearchRound round, long budget)
      throws SearchTooLargeException {
    PartTable made = of(LabelSearch.MOST_LABELS, items, rows, shared, round, budget);
    if (made == null) {
      throw new SearchTooLargeException("more than " + LabelSearch.MOST_LABELS + " labels");
    }
    return made;
  }

  /** The same, null when some stage has more labels than {@code most}. */
  static @Nullable PartTable of(
      int most,
      List<ChoiceItem> items,
      int[] rows,
      IntPredicate shared,
      SearchRound round,
      long budget)
      throws SearchTooLargeException {
    CompletionBounds completionBounds =
        new CompletionBounds(
            Component.of(items, rows),
            round.groups(),
            round.rows(),
            round.base(),
            shared,
            row -> false);
    LabelSearch search = new LabelSearch(items, completionBounds, LabelSearch.FULL, round.effort());
    Labels labels = search.searchAtMost(most, budget);
    if (labels == null) {
      return null;
    }
    int[] told = Arrays.stream(rows).filter(shared).toArray();
    return new PartTable(told, search, labels);
  }

  int size() {
    return labels.count;
  }

  long loss(int entry) {
    return labels.losses[entry];
  }

  /** The change of the row at an index of {@link #rows}. */
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
