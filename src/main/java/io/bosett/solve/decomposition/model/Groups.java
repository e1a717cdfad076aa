package io.bosett.solve.decomposition.model;

import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The groups of candidates that are in the same regions and so share all prices. {@code members}
 * lists the candidates group by group; group k's are at {@code from[k]} to {@code from[k + 1] - 1},
 * its regions are {@code regions[k]}.
 */
public record Groups(int[] members, int[] from, int[][] regions, Rows all, int[][] rows) {
  private static final int PERSONS = Term.PERSONS.ordinal();
  private static final int SELECTED = Term.SELECTED.ordinal();
  private static final int MINORS = Term.MINORS.ordinal();
  private static final int PLACES = Term.MINORS_PLACES.ordinal();

  /** Linear in candidates and region memberships. */
  public static Groups of(Rows rows, int n) {
    if (rows.regions() == 0) {
      int[] all = new int[n];
      Arrays.setAll(all, i -> i);
      return of(all, new int[] {0, n}, new int[][] {{}}, rows);
    }
    int[] group = new int[n];
    int[] first = numbered(group, parted(rows.members, group));
    return sorted(group, regionsOf(rows.members, group, first), rows);
  }

  /**
   * Parts the candidates by every region in turn (partition refinement).
   *
   * @param part of every candidate, all 0; filled in
   * @return a number above all parts
   */
  private static int parted(int[][] regions, int[] part) {
    int most = 1;
    for (int[] members : regions) {
      most += members.length;
    }
    int[] into = new int[most];
    int[] region = new int[most];
    int count = 1;
    for (int r = 0; r < regions.length; r++) {
      for (int i : regions[r]) {
        int old = part[i];
        if (region[old] != r + 1) {
          region[old] = r + 1;
          into[old] = count++;
        }
        part[i] = into[old];
      }
    }
    return count;
  }

  /** Numbers parts by their first candidates, ascending; returns these. */
  private static int[] numbered(int[] part, int limit) {
    int[] number = new int[limit];
    int[] first = new int[Math.min(limit, part.length)];
    int count = 0;
    for (int i = 0; i < part.length; i++) {
      if (number[part[i]] == 0) {
        first[count++] = i;
        number[part[i]] = count;
      }
      part[i] = number[part[i]] - 1;
    }
    return Arrays.copyOf(first, count);
  }

  /** The regions of each group, ascending: those of its first candidate. */
  private static int[][] regionsOf(int[][] regions, int[] group, int[] first) {
    int[][] regionsOf = new int[first.length][0];
    for (int r = 0; r < regions.length; r++) {
      for (int i : regions[r]) {
        int g = group[i];
        if (first[g] == i) {
          regionsOf[g] = Arrays.copyOf(regionsOf[g], regionsOf[g].length + 1);
          regionsOf[g][regionsOf[g].length - 1] = r;
        }
      }
    }
    return regionsOf;
  }

  private static Groups sorted(int[] group, int[][] regions, Rows rows) {
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
    return of(members, from, regions, rows);
  }

  private static Groups of(int[] members, int[] from, int[][] regions, Rows all) {
    int[][] rows = new int[regions.length][];
    for (int g = 0; g < rows.length; g++) {
      int[] own = all.of(SharedRule.ALL);
      for (int region : regions[g]) {
        int[] more = all.of(region);
        int before = own.length;
        own = Arrays.copyOf(own, before + more.length);
        System.arraycopy(more, 0, own, before, more.length);
      }
      rows[g] = own;
    }
    return new Groups(members, from, regions, all, rows);
  }

  /** A copy with a sample of the members. */
  public Groups with(int[] drawn, int[] drawnFrom) {
    return new Groups(drawn, drawnFrom, regions, all, rows);
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
        .filter(g -> Arrays.binarySearch(regions[g], region) >= 0)
        .toArray();
  }

  /** The sum of every row at numbers of all candidates. */
  public long[] use(int[] persons, int[] minors) {
    long[][] sums = new long[count()][Term.COUNT];
    for (int g = 0; g < count(); g++) {
      for (int k = from[g]; k < from[g + 1]; k++) {
        add(sums[g], persons[members[k]], minors[members[k]]);
      }
    }
    return use(sums);
  }

  /** The sum of every row from those of each {@link Term} by group. */
  long[] use(long[][] sums) {
    long[] use = new long[all.count];
    for (int g = 0; g < count(); g++) {
      for (int row : rows[g]) {
        use[row] += sums[g][all.term[row]];
      }
    }
    return use;
  }

  /** Adds one candidate's numbers to the sums of its group. */
  static void add(long[] sums, int x, int m) {
    sums[PERSONS] += x;
    sums[SELECTED] += x > 0 ? 1 : 0;
    sums[MINORS] += m;
    sums[PLACES] += m > 0 ? 1 : 0;
  }

  /** The price of each {@link Term} for a group: the multipliers of its rows. */
  public void prices(int g, double[] u, double[] into) {
    into[PERSONS] = 0;
    into[SELECTED] = 0;
    into[MINORS] = 0;
    into[PLACES] = 0;
    int[] term = all.term;
    for (int row : rows[g]) {
      into[term[row]] += u[row];
    }
  }

  /** By term and group, the same in whole numbers. */
  public long[][] prices(long[] u) {
    long[][] into = new long[Term.COUNT][count()];
    for (int g = 0; g < count(); g++) {
      for (int row : rows[g]) {
        long[] ofTerm = into[all.term[row]];
        ofTerm[g] = Math.addExact(ofTerm[g], u[row]);
      }
    }
    return into;
  }
}
