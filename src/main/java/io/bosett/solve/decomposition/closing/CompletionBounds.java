package io.bosett.solve.decomposition.closing;

import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import io.bosett.solve.decomposition.model.Groups;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.RowMoveCost;
import io.bosett.solve.decomposition.model.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Precomputes the completion bounds of a search over items, stage by stage from the last item to
 * the first.
 */
final class CompletionBounds {
  private static final long FAR = Long.MAX_VALUE / 4;

  private final List<ChoiceItem> items;
  private final int[] ownRows;
  private final int[] terms;
  private final IntPredicate kept;
  private final Rows rows;
  private final LagrangianSolution base;
  private final int[][] touched;
  private final int[] first;
  private final int[] last;
  private final SearchStage[] stages;
  private final DisjointRegions disjointRegions;
  private long root;

  /** For a search in which every row of the component must hold after the last item. */
  static CompletionBounds toTheEnd(Component component, SearchRound round) {
    return new CompletionBounds(
        component, round.groups(), round.rows(), round.base(), row -> false, row -> false);
  }

  /**
   * @param component the items in order, and the rows that count
   * @param kept which rows stay open beyond the last item, without limits yet
   * @param carried which rows may have changed before the first item
   */
  CompletionBounds(
      Component component,
      Groups groups,
      Rows rows,
      LagrangianSolution base,
      IntPredicate kept,
      IntPredicate carried) {
    items = component.items();
    ownRows = component.rows();
    terms = new int[ownRows.length];
    Arrays.setAll(terms, row -> rows.term[ownRows[row]]);
    this.kept = kept;
    this.rows = rows;
    this.base = base;
    int count = items.size();
    int width = ownRows.length;
    touched = new int[count][];
    first = new int[width];
    last = new int[width];
    Arrays.setAll(first, row -> carried.test(ownRows[row]) ? -1 : Integer.MAX_VALUE);
    Arrays.fill(last, -1);
    for (int k = 0; k < count; k++) {
      touched[k] = places(Component.touched(items.get(k), groups, rows));
      for (int row : touched[k]) {
        first[row] = Math.min(first[row], k);
        last[row] = keeps(row) ? count : k;
      }
    }
    disjointRegions = DisjointRegions.of(ownRows, groups);
    stages = new SearchStage[count];
    plan();
  }

  /** The places of rows among the search's own; others are left out. */
  private int[] places(int[] global) {
    int[] places = new int[global.length];
    int count = 0;
    for (int row : global) {
      int place = Arrays.binarySearch(ownRows, row);
      if (place >= 0) {
        places[count++] = place;
      }
    }
    return count == places.length ? places : Arrays.copyOf(places, count);
  }

  SearchStage stage(int k) {
    return stages[k];
  }

  /** A lower bound on the loss of the rows, before any item is taken. */
  long root() {
    return root;
  }

  /** The terms of the search's rows, by their place in it. */
  int[] terms() {
    return terms;
  }

  /** Where the demand stands among the search's rows, or -1. */
  int demandPlace() {
    int demand = rows.of(SharedRule.ALL, Term.PERSONS);
    return ownRows.length > 0 && ownRows[0] == demand ? 0 : -1;
  }

  private boolean keeps(int row) {
    return kept.test(ownRows[row]);
  }

  private void plan() {
    int width = ownRows.length;
    RowMoveCost[] up = new RowMoveCost[width];
    RowMoveCost[] down = new RowMoveCost[width];
    Arrays.fill(up, RowMoveCost.NONE);
    Arrays.fill(down, RowMoveCost.NONE);
    RowCompletionBound[] after = new RowCompletionBound[width];
    for (int row = 0; row < width; row++) {
      after[row] = bound(row, up[row], down[row]);
    }
    for (int k = stages.length - 1; k >= 0; k--) {
      stages[k] = stage(k, after.clone());
      for (int row : touched[k]) {
        if (keeps(row)) {
          continue;
        }
        extend(items.get(k), row, up, down);
        after[row] = bound(row, up[row], down[row]);
      }
    }
    for (RowCompletionBound row : after) {
      root = Math.max(root, row.leastLoss(0));
    }
  }

  private RowCompletionBound bound(int row, RowMoveCost up, RowMoveCost down) {
    int global = ownRows[row];
    if (keeps(row)) {
      return new RowCompletionBound(-FAR, FAR, 0, 0, RowMoveCost.NONE, RowMoveCost.NONE);
    }
    return new RowCompletionBound(
        rows.least[global], rows.most[global], base.use[global], base.u[global], up, down);
  }

  private SearchStage stage(int k, RowCompletionBound[] after) {
    boolean[] opening = new boolean[first.length];
    for (int row = 0; row < first.length; row++) {
      opening[row] = first[row] == k;
    }
    long untouched = 0;
    for (int row = 0; row < first.length; row++) {
      if (first[row] > k && disjointRegions.family()[row] < 0) {
        untouched = Math.max(untouched, after[row].leastLoss(0));
      }
    }
    return new SearchStage(
        where(row -> first[row] < k && last[row] >= k),
        touched[k],
        opening,
        where(row -> last[row] == k),
        where(row -> first[row] <= k && last[row] > k),
        after,
        disjointRegions,
        untouched,
        untouchedOf(k, after));
  }

  /** By family, a lower bound on the loss of the regions that no item up to k touches. */
  private long[] untouchedOf(int k, RowCompletionBound[] after) {
    long[] sums = new long[disjointRegions.count()];
    long ofRegion = 0;
    for (int row = 0; row < first.length; row++) {
      int family = disjointRegions.family()[row];
      if (family < 0) {
        continue;
      }
      boolean isFirst =
          row == 0 || disjointRegions.region()[row] != disjointRegions.region()[row - 1];
      ofRegion = isFirst ? 0 : ofRegion;
      if (isUntouched(disjointRegions.region()[row], k)) {
        long least = Math.min(after[row].leastLoss(0), FAR);
        sums[family] = Math.min(FAR, sums[family] + Math.max(0, least - ofRegion));
        ofRegion = Math.max(ofRegion, least);
      }
    }
    return sums;
  }

  private boolean isUntouched(int region, int k) {
    for (int row = 0; row < first.length; row++) {
      if (disjointRegions.region()[row] == region && first[row] <= k) {
        return false;
      }
    }
    return true;
  }

  private int[] where(IntPredicate condition) {
    int[] found = new int[first.length];
    int count = 0;
    for (int row = 0; row < found.length; row++) {
      if (condition.test(row)) {
        found[count++] = row;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private void extend(ChoiceItem item, int row, RowMoveCost[] up, RowMoveCost[] down) {
    if (item instanceof ChoiceItem.Merged merged) {
      int zero = merged.down().length;
      up[row] = up[row].with(steps(merged, zero, 1, merged.up().length));
      down[row] = down[row].with(steps(merged, zero, -1, zero));
      return;
    }
    double upRate = Double.POSITIVE_INFINITY;
    double downRate = Double.POSITIVE_INFINITY;
    long upReach = 0;
    long downReach = 0;
    for (int option = 0; option < item.size(); option++) {
      int change = item.change(option, terms[row]);
      if (change > 0) {
        upRate = Math.min(upRate, (double) item.loss(option) / change);
        upReach = Math.max(upReach, change);
      } else if (change < 0) {
        downRate = Math.min(downRate, (double) item.loss(option) / -change);
        downReach = Math.max(downReach, -change);
      }
    }
    up[row] = up[row].with(upRate, upReach);
    down[row] = down[row].with(downRate, downReach);
  }

  private static long[] steps(ChoiceItem.Merged merged, int zero, int direction, int count) {
    long[] steps = new long[count];
    for (int k = 0; k < count; k++) {
      steps[k] = merged.loss(zero + direction * (k + 1)) - merged.loss(zero + direction * k);
    }
    return steps;
  }
}
