package io.bosett.solve.decomposition;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Plans the stages of a component's search, from the last item to the first. */
final class Outlooks {
  private final Component component;
  private final Rows rows;
  private final Base base;
  private final int[][] touched;
  private final int[] first;
  private final int[] last;
  private final Stage[] stages;

  Outlooks(Component component, Groups groups, Rows rows, Base base) {
    this.component = component;
    this.rows = rows;
    this.base = base;
    int count = component.items().size();
    int width = component.rows().length;
    touched = new int[count][];
    first = new int[width];
    last = new int[width];
    Arrays.fill(first, Integer.MAX_VALUE);
    Arrays.fill(last, -1);
    for (int k = 0; k < count; k++) {
      int[] global = Component.touched(component.items().get(k), groups, rows);
      touched[k] =
          Arrays.stream(global)
              .map(row -> Arrays.binarySearch(component.rows(), row))
              .toArray();
      for (int row : touched[k]) {
        first[row] = Math.min(first[row], k);
        last[row] = k;
      }
    }
    stages = new Stage[count];
    plan();
  }

  Stage stage(int k) {
    return stages[k];
  }

  private void plan() {
    int width = component.rows().length;
    MoveCost[] up = new MoveCost[width];
    MoveCost[] down = new MoveCost[width];
    Arrays.fill(up, MoveCost.NONE);
    Arrays.fill(down, MoveCost.NONE);
    RowOutlook[] after = new RowOutlook[width];
    for (int row = 0; row < width; row++) {
      after[row] = outlook(row, up[row], down[row]);
    }
    for (int k = stages.length - 1; k >= 0; k--) {
      stages[k] = stage(k, after.clone());
      for (int row : touched[k]) {
        extend(component.items().get(k), row, up, down);
        after[row] = outlook(row, up[row], down[row]);
      }
    }
  }

  private RowOutlook outlook(int row, MoveCost up, MoveCost down) {
    int global = component.rows()[row];
    return new RowOutlook(
        rows.least[global], rows.most[global], base.use[global], base.u[global], up, down);
  }

  private Stage stage(int k, RowOutlook[] after) {
    boolean[] opening = new boolean[first.length];
    for (int row = 0; row < first.length; row++) {
      opening[row] = first[row] == k;
    }
    long untouched = 0;
    for (int row = 0; row < first.length; row++) {
      if (first[row] > k) {
        untouched = Math.max(untouched, after[row].leastLoss(0));
      }
    }
    return new Stage(
        where(row -> first[row] < k && last[row] >= k),
        touched[k],
        opening,
        where(row -> last[row] == k),
        where(row -> first[row] <= k && last[row] > k),
        after,
        untouched);
  }

  private int[] where(java.util.function.IntPredicate condition) {
    return IntStream.range(0, first.length).filter(condition).toArray();
  }

  private void extend(Item item, int row, MoveCost[] up, MoveCost[] down) {
    int global = component.rows()[row];
    if (item instanceof Item.Merged merged) {
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
      int change = Component.change(item, option, global);
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

  private static long[] steps(Item.Merged merged, int zero, int direction, int count) {
    long[] steps = new long[count];
    for (int k = 0; k < count; k++) {
      steps[k] =
          merged.loss(zero + direction * (k + 1)) - merged.loss(zero + direction * k);
    }
    return steps;
  }
}
