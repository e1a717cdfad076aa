package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.Groups;
import java.util.Arrays;

/**
 * The loss budgets of the groups in a round of the closing search, and which groups' movers are
 * merged into one item.
 *
 * @param budgets by group, in scaled units
 * @param mergedWith by group the one that its movers are merged into; both lie in the same regions
 *     as far as those have limits
 */
record LossBudgets(long[] budgets, int[] mergedWith) {
  /** The same budget for all, every group by itself. */
  static LossBudgets alike(Groups groups, long budget) {
    long[] budgets = new long[groups.count()];
    Arrays.fill(budgets, budget);
    int[] itself = new int[groups.count()];
    Arrays.setAll(itself, g -> g);
    return new LossBudgets(budgets, itself);
  }

  /** The largest budget. */
  long most() {
    return Arrays.stream(budgets).max().orElse(0);
  }
}
