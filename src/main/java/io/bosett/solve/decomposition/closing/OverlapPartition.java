package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.RowMoveCost;
import io.bosett.solve.decomposition.model.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses disjoint regions where regions overlap, and partitions the groups by them: greedily those
 * that lose most, each seen by itself with all other rules relaxed. Together they account for most
 * of the gap, because a region that takes only steps of a whole minimum loses much by itself.
 */
final class OverlapPartition {
  private final ExactEvaluator exactEvaluator;
  private final LagrangianSolution base;
  private final Rows rows;
  private final EffortCounter effort;
  private final long everything;

  /**
   * @param rows with the limits that count
   * @param everything a loss that no allocation exceeds
   */
  OverlapPartition(
      ExactEvaluator exactEvaluator,
      LagrangianSolution base,
      Rows rows,
      EffortCounter effort,
      long everything) {
    this.exactEvaluator = exactEvaluator;
    this.base = base;
    this.rows = rows;
    this.effort = effort;
    this.everything = everything;
  }

  /** The parts; the bound of one of them exceeds everything when the program is infeasible. */
  GroupPartition parts() throws SearchTooLargeException {
    int count = rows.regions();
    long[] losses = new long[count];
    List<Integer> regions = new ArrayList<>();
    for (int region = 0; region < count; region++) {
      if (rows.isLimited(region)) {
        losses[region] = least(region);
        regions.add(region);
      }
    }
    regions.sort(Comparator.comparingLong(region -> -losses[region]));
    boolean[] taken = new boolean[exactEvaluator.groups.count()];
    List<Integer> chosen = new ArrayList<>();
    for (int region : regions) {
      int[] own = exactEvaluator.groups.of(region);
      if (Arrays.stream(own).noneMatch(g -> taken[g])) {
        chosen.add(region);
        Arrays.stream(own).forEach(g -> taken[g] = true);
      }
    }
    return GroupPartition.of(exactEvaluator.groups, chosen, losses);
  }

  /** The least loss of a region's candidates and rows when no other rule holds. */
  private long least(int region) throws SearchTooLargeException {
    boolean[] others = new boolean[rows.count];
    Arrays.fill(others, true);
    Arrays.stream(rows.of(region)).forEach(row -> others[row] = false);
    Rows own = rows.without(others);
    int[] groups = exactEvaluator.groups.of(region);
    for (long budget = 1_000L * exactEvaluator.scale; ; budget *= 4) {
      long within = Math.min(budget, everything);
      long[] budgets = new long[exactEvaluator.groups.count()];
      Arrays.fill(budgets, -1);
      Arrays.stream(groups).forEach(g -> budgets[g] = within);
      int[] together = new int[budgets.length];
      Arrays.fill(together, groups.length == 0 ? 0 : groups[0]);
      long least = least(own, new LossBudgets(budgets, together), within);
      if (least <= within) {
        return least;
      }
      if (within == everything) {
        return Long.MAX_VALUE / (2 + rows.count);
      }
    }
  }

  private long least(Rows own, LossBudgets lossBudgets, long within)
      throws SearchTooLargeException {
    GroupPartition whole = GroupPartition.ofGroups(exactEvaluator.groups);
    SearchRound round = new SearchRound(exactEvaluator.groups, own, whole, base, effort);
    List<ChoiceItem> items = ChoiceItems.of(exactEvaluator, base, lossBudgets);
    List<Component> components = Component.of(items, exactEvaluator.groups, own, whole);
    long loss = Component.lossWithout(own, components, base, within);
    for (Component component : components) {
      if (loss > within) {
        return RowMoveCost.NEVER;
      }
      CompletionBounds completionBounds = CompletionBounds.toTheEnd(component, round);
      Labels last =
          new LabelSearch(component.items(), completionBounds, LabelSearch.FULL, effort)
              .search(within - loss);
      if (last.count == 0) {
        return RowMoveCost.NEVER;
      }
      loss += last.losses[0];
    }
    return loss;
  }
}
