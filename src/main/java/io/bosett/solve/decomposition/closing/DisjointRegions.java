package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Families of pairwise disjoint regions among the rows of a search. Completion bounds of different
 * regions of one family add up, as no candidate counts in two of them.
 *
 * @param region of every row by index, -1 for a global row
 * @param family of every row by index, -1 for a global row
 * @param count of families
 */
record DisjointRegions(int[] region, int[] family, int count) {
  /** Puts every region into the first family with which it has no group in common (first fit). */
  static DisjointRegions of(int[] rows, Groups groups) {
    int[] region = Arrays.stream(rows).map(row -> groups.all().region[row]).toArray();
    int[] family = new int[rows.length];
    List<boolean[]> taken = new ArrayList<>();
    for (int place = 0; place < rows.length; place++) {
      if (region[place] < 0) {
        family[place] = -1;
      } else if (place > 0 && region[place] == region[place - 1]) {
        family[place] = family[place - 1];
      } else {
        family[place] = join(region[place], groups, taken);
      }
    }
    return new DisjointRegions(region, family, taken.size());
  }

  private static int join(int region, Groups groups, List<boolean[]> taken) {
    int[] own = groups.of(region);
    int family = 0;
    while (family < taken.size() && meets(own, taken.get(family))) {
      family++;
    }
    if (family == taken.size()) {
      taken.add(new boolean[groups.count()]);
    }
    for (int g : own) {
      taken.get(family)[g] = true;
    }
    return family;
  }

  private static boolean meets(int[] groups, boolean[] taken) {
    return Arrays.stream(groups).anyMatch(g -> taken[g]);
  }
}
