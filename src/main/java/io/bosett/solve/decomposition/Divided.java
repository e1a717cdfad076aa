package io.bosett.solve.decomposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds for regions that overlap a division into parts: regions without a common candidate, those
 * first that lose most when each is seen by itself, with all other rules left aside. Together they
 * account for most of the gap, for a region that can only take steps of a whole least number of
 * persons loses much by itself.
 */
final class Divided {
  private final Exact exact;
  private final Base base;
  private final Rows rows;
  private final Effort effort;
  private final long everything;

  /**
   * @param rows with the limits that count
   * @param everything no allocation loses more
   */
  Divided(Exact exact, Base base, Rows rows, Effort effort, long everything) {
    this.exact = exact;
    this.base = base;
    this.rows = rows;
    this.effort = effort;
    this.everything = everything;
  }

  /** The parts; what one of them loses is beyond everything where there is no allocation. */
  Parts parts() throws SearchTooLargeException {
    int count = (rows.count - Rows.REGIONS) / 3;
    long[] losses = new long[count];
    List<Integer> regions = new ArrayList<>();
    for (int region = 0; region < count; region++) {
      if (isLimited(region)) {
        losses[region] = least(region);
        regions.add(region);
      }
    }
    regions.sort(Comparator.comparingLong(region -> -losses[region]));
    boolean[] taken = new boolean[exact.groups.count()];
    List<Integer> chosen = new ArrayList<>();
    for (int region : regions) {
      int[] own = exact.groups.of(region);
      if (Arrays.stream(own).noneMatch(g -> taken[g])) {
        chosen.add(region);
        Arrays.stream(own).forEach(g -> taken[g] = true);
      }
    }
    return Parts.of(exact.groups, chosen, losses);
  }

  private boolean isLimited(int region) {
    return IntStream.range(Rows.persons(region), Rows.persons(region) + 3)
        .anyMatch(row -> !rows.free[row]);
  }

  /** The least loss of a region's candidates and rows when no other rule holds. */
  private long least(int region) throws SearchTooLargeException {
    boolean[] others = new boolean[rows.count];
    Arrays.fill(others, true);
    Arrays.fill(others, Rows.persons(region), Rows.persons(region) + 3, false);
    Rows own = rows.without(others);
    int[] groups = exact.groups.of(region);
    for (long budget = 1_000L * exact.scale; ; budget *= 4) {
      long within = Math.min(budget, everything);
      long[] budgets = new long[exact.groups.count()];
      Arrays.fill(budgets, -1);
      Arrays.stream(groups).forEach(g -> budgets[g] = within);
      int[] together = new int[budgets.length];
      Arrays.fill(together, groups.length == 0 ? 0 : groups[0]);
      long least = least(own, new Allowance(budgets, together), within);
      if (least <= within) {
        return least;
      }
      if (within == everything) {
        return Long.MAX_VALUE / (2 + rows.count);
      }
    }
  }

  private long least(Rows own, Allowance allowance, long within) throws SearchTooLargeException {
    Parts whole = Parts.ofGroups(exact.groups);
    Round round = new Round(exact.groups, own, whole, base, effort);
    List<Item> items = Items.of(exact, base, allowance);
    List<Component> components = Component.of(items, exact.groups, own, whole);
    long loss = own.lossWithout(components, base, within);
    for (Component component : components) {
      if (loss > within) {
        return MoveCost.NEVER;
      }
      Outlooks outlooks = Outlooks.toTheEnd(component, round);
      Labels last =
          new LabelSearch(component.items(), outlooks, LabelSearch.FULL, effort)
              .search(within - loss);
      if (last.count == 0) {
        return MoveCost.NEVER;
      }
      loss += last.losses[0];
    }
    return loss;
  }
}
