package io.bosett.solve.decomposition.model;

import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Candidates that lie in the same regions share all prices. {@code members} lists the candidates
 * group by group; group k's are at {@code from[k]} to {@code from[k + 1] - 1}, its regions are
 * {@code regions[k]}.
 */
public record Groups(int[] members, int[] from, int[][] regions) {
  /** Linear in candidates and region memberships. */
  public static Groups of(Program program) {
    int n = program.size();
    if (program.regions().isEmpty()) {
      int[] all = new int[n];
      Arrays.setAll(all, i -> i);
      return new Groups(all, new int[] {0, n}, new int[][] {{}});
    }
    int[][] regionsOf = regionsOf(program);
    Map<List<Integer>, Integer> groupByRegions = new HashMap<>();
    List<int[]> regions = new ArrayList<>();
    int[] group = new int[n];
    for (int i = 0; i < n; i++) {
      List<Integer> key = Arrays.stream(regionsOf[i]).boxed().toList();
      int[] own = regionsOf[i];
      group[i] =
          groupByRegions.computeIfAbsent(
              key,
              k -> {
                regions.add(own);
                return regions.size() - 1;
              });
    }
    return sorted(group, regions.toArray(int[][]::new));
  }

  private static Groups sorted(int[] group, int[][] regions) {
    int[] from = new int[regions.length + 1];
    for (int g : group) {
      from[g + 1]++;
    }
    for (int g = 0; g < regions.length; g++) {
      from[g + 1] += from[g];
    }
    int[] next = from.clone();
    int[] members = new int[group.length];
    for (int i = 0; i < group.length; i++) {
      members[next[group[i]]++] = i;
    }
    return new Groups(members, from, regions);
  }

  private static int[][] regionsOf(Program program) {
    int[] counts = new int[program.size()];
    for (RegionRule rule : program.regions()) {
      for (int i : rule.members()) {
        counts[i]++;
      }
    }
    int[][] regionsOf = new int[program.size()][];
    Arrays.setAll(regionsOf, i -> new int[counts[i]]);
    Arrays.fill(counts, 0);
    for (int r = 0; r < program.regions().size(); r++) {
      for (int i : program.regions().get(r).members()) {
        regionsOf[i][counts[i]++] = r;
      }
    }
    return regionsOf;
  }

  public int count() {
    return regions.length;
  }

  /** Number of members of a group. */
  public int size(int g) {
    return from[g + 1] - from[g];
  }

  /** The group of every candidate. */
  int[] groupOf() {
    int[] group = new int[members.length];
    for (int g = 0; g < count(); g++) {
      for (int k = from[g]; k < from[g + 1]; k++) {
        group[members[k]] = g;
      }
    }
    return group;
  }

  /** The groups that a region counts. */
  public int[] of(int region) {
    return IntStream.range(0, count())
        .filter(g -> Arrays.stream(regions[g]).anyMatch(own -> own == region))
        .toArray();
  }

  /** The sum of every row at numbers of all candidates. */
  public long[] use(int[] persons, int[] minors, int rows) {
    long[] use = new long[rows];
    for (int g = 0; g < count(); g++) {
      for (int k = from[g]; k < from[g + 1]; k++) {
        add(use, g, persons[members[k]], minors[members[k]]);
      }
    }
    return use;
  }

  /** Adds one candidate's numbers to the sums of its rows. */
  void add(long[] use, int g, int x, int m) {
    int selected = x > 0 ? 1 : 0;
    use[Rows.PERSONS] += x;
    use[Rows.MINORS] += m;
    use[Rows.SELECTED] += selected;
    use[Rows.PLACES] += m > 0 ? 1 : 0;
    for (int region : regions[g]) {
      use[Rows.persons(region)] += x;
      use[Rows.minors(region)] += m;
      use[Rows.selected(region)] += selected;
    }
  }

  /** The price of one unit for each group: the global row's multiplier and those of its regions. */
  public void prices(double[] u, int global, int regionOffset, double[] into) {
    for (int g = 0; g < into.length; g++) {
      double price = u[global];
      for (int region : regions[g]) {
        price += u[Rows.REGIONS + 3 * region + regionOffset];
      }
      into[g] = price;
    }
  }

  /** {@link #prices(double[], int, int, double[])} in whole numbers. */
  public long[] prices(long[] u, int global, int regionOffset) {
    long[] into = new long[count()];
    for (int g = 0; g < into.length; g++) {
      into[g] = u[global];
      for (int region : regions[g]) {
        into[g] = Math.addExact(into[g], u[Rows.REGIONS + 3 * region + regionOffset]);
      }
    }
    return into;
  }
}
