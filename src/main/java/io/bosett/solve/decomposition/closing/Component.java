package io.bosett.solve.decomposition.closing;

import io.bosett.program.Term;
import io.bosett.solve.decomposition.model.Groups;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.RowMoveCost;
import io.bosett.solve.decomposition.model.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A connected component of items that share rows, in the order of the search: group by group, so
 * that a region's rows are soon closed, listed items with the least loss first, merged ones last.
 *
 * @param items in order
 * @param parts the part of every item
 * @param rows the rows they touch, ascending
 */
public record Component(List<ChoiceItem> items, int[] parts, int[] rows) {
  /** An item with its sort key. */
  private record Placed(ChoiceItem item, int part, long leastLoss) {
    static final Comparator<Placed> ORDER =
        Comparator.comparingInt(Placed::part)
            .thenComparingInt(placed -> placed.item.group())
            .thenComparing(placed -> placed.item instanceof ChoiceItem.Merged)
            .thenComparingLong(Placed::leastLoss);
  }

  /** Items of one part. */
  public static Component of(List<ChoiceItem> items, int[] rows) {
    return new Component(items, new int[items.size()], rows);
  }

  /** Whether some row of a region is among the rows. */
  boolean hasRegions(Rows all) {
    return rows.length > 0 && all.isRegional(rows[rows.length - 1]);
  }

  /** Splits items into components that have no row in common. */
  public static List<Component> of(
      List<ChoiceItem> items, Groups groups, Rows rows, GroupPartition division) {
    int[] parent = new int[rows.count];
    for (int row = 0; row < rows.count; row++) {
      parent[row] = row;
    }
    for (ChoiceItem item : items) {
      int first = -1;
      for (int row : touched(item, groups, rows)) {
        first = first < 0 ? root(parent, row) : first;
        parent[root(parent, row)] = first;
      }
    }
    List<List<ChoiceItem>> parts = new ArrayList<>();
    for (int row = 0; row < rows.count; row++) {
      parts.add(new ArrayList<>());
    }
    for (ChoiceItem item : items) {
      int[] touched = touched(item, groups, rows);
      if (touched.length > 0) {
        parts.get(root(parent, touched[0])).add(item);
      }
    }
    List<Component> components = new ArrayList<>();
    for (int row = 0; row < rows.count; row++) {
      if (!parts.get(row).isEmpty()) {
        components.add(component(row, parent, parts.get(row), groups, rows, division));
      }
    }
    return components;
  }

  private static Component component(
      int root,
      int[] parent,
      List<ChoiceItem> items,
      Groups groups,
      Rows rows,
      GroupPartition division) {
    List<Placed> placed = new ArrayList<>();
    for (ChoiceItem item : items) {
      placed.add(new Placed(item, division.of(item, groups, rows), leastLoss(item)));
    }
    placed.sort(Placed.ORDER);
    List<ChoiceItem> sorted = new ArrayList<>(placed.size());
    int[] parts = new int[placed.size()];
    for (Placed next : placed) {
      parts[sorted.size()] = next.part;
      sorted.add(next.item);
    }
    return new Component(sorted, parts, connected(root, parent, rows));
  }

  /** The limited rows of a component, ascending. */
  private static int[] connected(int root, int[] parent, Rows rows) {
    int[] own = new int[rows.count];
    int count = 0;
    for (int row = 0; row < rows.count; row++) {
      if (!rows.free[row] && root(parent, row) == root) {
        own[count++] = row;
      }
    }
    return Arrays.copyOf(own, count);
  }

  private static int root(int[] parent, int row) {
    int at = row;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  /** The least loss of leaving the best choice. */
  private static long leastLoss(ChoiceItem item) {
    long least = Long.MAX_VALUE;
    for (int option = 0; option < item.size(); option++) {
      if (!stays(item, option)) {
        least = Math.min(least, item.loss(option));
      }
    }
    return least;
  }

  private static boolean stays(ChoiceItem item, int option) {
    for (int term = 0; term < Term.COUNT; term++) {
      if (item.change(option, term) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The limited rows that some option of an item changes. */
  static int[] touched(ChoiceItem item, Groups groups, Rows rows) {
    int moves = item.moves();
    int[] own = groups.rows()[item.group()];
    int[] touched = new int[own.length];
    int count = 0;
    for (int row : own) {
      if ((moves >> rows.term[row] & 1) != 0 && !rows.free[row]) {
        touched[count++] = row;
      }
    }
    return Arrays.copyOf(touched, count);
  }

  /**
   * The loss of the rows that no item touches, at their base sums; {@link RowMoveCost#NEVER} when
   * one of them violates its limits or the loss exceeds a budget.
   */
  static long lossWithout(
      Rows rows, List<Component> components, LagrangianSolution base, long budget) {
    boolean[] touched = new boolean[rows.count];
    for (Component component : components) {
      for (int row : component.rows) {
        touched[row] = true;
      }
    }
    long loss = 0;
    for (int row = 0; row < rows.count; row++) {
      if (!rows.free[row] && !touched[row]) {
        long own =
            rows.holds(row, base.use[row]) ? rows.loss(row, base.u[row], base.use[row]) : budget;
        if (!rows.holds(row, base.use[row]) || own > budget - loss) {
          return RowMoveCost.NEVER;
        }
        loss += own;
      }
    }
    return loss;
  }
}
