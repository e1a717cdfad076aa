package io.bosett.program.lots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fewest persons among whom a number of groups have so many minors together, by a dynamic
 * program over the groups: the share rounds for every group by itself, so that 13 groups with 135
 * minors need more persons than one place with them all.
 */
final class GroupPersons {
  /** Limit on the steps for one number of groups; beyond it nothing is claimed. */
  private static final long MOST = 200_000;

  private static final long UNREACHED = Long.MAX_VALUE / 2;

  private final int least;
  private final int[] most;
  private final IntToLongFunction persons;

  /** By groups, and by minors above the least, up to as many as were asked for. */
  private final List<long[]> fewest = new ArrayList<>();

  /**
   * @param least minors of a group
   * @param most minors of each place that may have a group, in descending order
   * @param persons the fewest persons of a place with so many minors
   */
  GroupPersons(int least, int[] most, IntToLongFunction persons) {
    this.least = least;
    this.most = most;
    this.persons = persons;
    fewest.add(new long[0]);
  }

  /** The fewest persons of z groups with at least so many minors; 0 where none is known. */
  long of(int z, long minors) {
    long above = Math.max(0, minors - (long) z * least);
    if (z > most.length || above > MOST) {
      return 0;
    }
    long width = z == 0 ? 0 : Math.min(above, most[0] - least);
    if (z * (above + 1) * (width + 1) > MOST) {
      return 0;
    }
    if (above >= fewest.get(0).length) {
      fewest.clear();
      long[] none = new long[(int) above + 1];
      Arrays.fill(none, 1, none.length, UNREACHED);
      fewest.add(none);
    }
    while (fewest.size() <= z) {
      fewest.add(next(fewest.get(fewest.size() - 1), most[fewest.size() - 1] - least));
    }
    long found = fewest.get(z)[(int) above];
    return found >= UNREACHED ? 0 : found;
  }

  /**
   * The minors of each of z places, in the order of their limits, in the fewest persons that {@link
   * #of} knows; null where it knows none.
   */
  int @Nullable [] split(int z, long minors) {
    if (minors < (long) z * least || of(z, minors) == 0) {
      return null;
    }
    int[] split = new int[z];
    int left = (int) (minors - (long) z * least);
    for (int place = z - 1; place >= 0; place--) {
      long[] before = fewest.get(place);
      long wanted = fewest.get(place + 1)[left];
      int k = 0;
      while (before[left - k] + persons.applyAsLong(least + k) != wanted) {
        k++;
      }
      split[place] = least + k;
      left -= k;
    }
    return split;
  }

  private long[] next(long[] before, int width) {
    long[] own = new long[Math.min(width, before.length - 1) + 1];
    Arrays.setAll(own, k -> persons.applyAsLong(least + k));
    long[] after = new long[before.length];
    for (int sum = 0; sum < after.length; sum++) {
      long best = UNREACHED;
      for (int k = Math.min(own.length - 1, sum); k >= 0; k--) {
        best = Math.min(best, before[sum - k] + own[k]);
      }
      after[sum] = best;
    }
    return after;
  }
}
