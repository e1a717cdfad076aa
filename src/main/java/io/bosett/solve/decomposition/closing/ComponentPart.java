package io.bosett.solve.decomposition.closing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One part of a component with its table of least losses within a budget: one {@link PartTable}
 * over all rows that it shares with others, or, where that would have too many entries, one over
 * each of those rows with the others relaxed.
 */
final class ComponentPart {
  final List<ChoiceItem> items;

  /** The rows that some item touches, ascending. */
  final int[] rows;

  private final SearchRound round;
  private final int most;

  /** A lower bound on its loss. */
  long least;

  /** The table over all shared rows, if it is small enough. */
  @Nullable PartTable table;

  private final List<PartTable> outlines = new ArrayList<>();
  private int[] outlined = {};
  private long within = -1;

  /** The number of labels made. */
  long labels;

  private ComponentPart(
      List<ChoiceItem> items, long least, Component component, SearchRound round, int most) {
    this.most = most;
    this.items = items;
    this.round = round;
    this.least = least;
    boolean[] touched = new boolean[round.rows().count];
    for (ChoiceItem item : items) {
      for (int row : Component.touched(item, round.groups(), round.rows())) {
        touched[row] = true;
      }
    }
    rows = Arrays.stream(component.rows()).filter(row -> touched[row]).toArray();
  }

  /**
   * The parts of a component, in its order.
   *
   * @param most labels of one stage of a table
   */
  static List<ComponentPart> of(Component component, SearchRound round, int most) {
    List<ComponentPart> parts = new ArrayList<>();
    List<ChoiceItem> items = component.items();
    int begin = 0;
    for (int k = 1; k <= items.size(); k++) {
      int part = component.parts()[begin];
      if (k == items.size() || component.parts()[k] != part) {
        long least = round.parts().least()[part];
        parts.add(new ComponentPart(items.subList(begin, k), least, component, round, most));
        begin = k;
      }
    }
    return parts;
  }

  /** Computes its tables within a budget; false when it is infeasible. */
  boolean within(long budget, IntPredicate shared) throws SearchTooLargeException {
    if (within >= 0 && within <= budget) {
      return true;
    }
    within = budget;
    table = table == null && !outlines.isEmpty() ? null : table(rows, shared, budget);
    if (table != null) {
      least = Math.max(least, table.least);
      return table.size() > 0;
    }
    outlines.clear();
    outlined = Arrays.stream(rows).filter(shared).toArray();
    for (int row : outlined) {
      int[] own = Arrays.stream(rows).filter(r -> r == row || !shared.test(r)).toArray();
      PartTable outline = PartTable.of(items, own, r -> r == row, round, budget);
      labels += outline.labels();
      if (outline.size() == 0) {
        return false;
      }
      outlines.add(outline);
      least = Math.max(least, outline.least);
    }
    return true;
  }

  private @Nullable PartTable table(int[] rows, IntPredicate shared, long budget)
      throws SearchTooLargeException {
    PartTable made = PartTable.of(most, items, rows, shared, round, budget);
    labels += made == null ? 0 : made.labels();
    return made;
  }

  /** A table that has at least the changes of one row, if the part changes it. */
  PartTable about(int row) {
    if (table != null) {
      return table;
    }
    int place = Arrays.binarySearch(outlined, row);
    return outlines.get(Math.max(0, place));
  }

  /** The index of a row in its table, or negative. */
  int place(int row) {
    return Arrays.binarySearch(about(row).rows, row);
  }
}
