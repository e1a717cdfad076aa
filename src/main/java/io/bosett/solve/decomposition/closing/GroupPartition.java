package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.Groups;
import io.bosett.solve.decomposition.model.Rows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A partition of the groups into parts whose losses add up: with a lower bound {@code least[p]} for
 * part p, whatever the rules between the parts require, no candidate of part p can lose more than
 * the budget less the bounds of all others.
 *
 * @param of the part of every group
 * @param least by part; the last one is for items that no region counts
 */
public record GroupPartition(int[] of, long[] least) {
  /** Every group by itself, with bounds of 0. */
  public static GroupPartition ofGroups(Groups groups) {
    int[] of = new int[groups.count()];
    Arrays.setAll(of, g -> g);
    return new GroupPartition(of, new long[groups.count() + 1]);
  }

  /**
   * Parts by regions that have no group in common.
   *
   * @param chosen the regions
   * @param losses a lower bound for each of them
   */
  static GroupPartition of(Groups groups, List<Integer> chosen, long[] losses) {
    int[] of = new int[groups.count()];
    long[] least = new long[chosen.size() + 2];
    Arrays.fill(of, chosen.size());
    for (int g = 0; g < of.length; g++) {
      for (int region : groups.regions()[g]) {
        of[g] = chosen.contains(region) ? chosen.indexOf(region) : of[g];
      }
    }
    for (int p = 0; p < chosen.size(); p++) {
      least[p] = losses[chosen.get(p)];
    }
    return new GroupPartition(of, least);
  }

  /** The part of an item. */
  int of(ChoiceItem item, Groups groups, Rows rows) {
    int[] touched = Component.touched(item, groups, rows);
    boolean regional = touched.length > 0 && rows.isRegional(touched[touched.length - 1]);
    return regional ? of[item.group()] : least.length - 1;
  }

  /** The lower bound of all parts together. */
  long sum() {
    return Arrays.stream(least).sum();
  }

  /** The budget of every group; movers of one part and the same limited regions are merged. */
  LossBudgets lossBudgets(Groups groups, Rows rows, long budget) {
    long spare = budget - sum();
    long[] budgets = new long[groups.count()];
    int[] mergedWith = new int[groups.count()];
    Map<List<Integer>, Integer> alike = new HashMap<>();
    for (int g = 0; g < budgets.length; g++) {
      budgets[g] = spare + least[of[g]];
      List<Integer> key =
          Arrays.stream(groups.regions()[g]).filter(rows::isLimited).boxed().toList();
      mergedWith[g] = alike.computeIfAbsent(key, k -> alike.size());
    }
    int[] first = new int[alike.size()];
    for (int g = budgets.length - 1; g >= 0; g--) {
      first[mergedWith[g]] = g;
    }
    Arrays.setAll(mergedWith, g -> first[mergedWith[g]]);
    return new LossBudgets(budgets, mergedWith);
  }
}
