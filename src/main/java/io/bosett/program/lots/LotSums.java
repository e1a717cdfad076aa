package io.bosett.program.lots;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The sums that a set of candidates reaches when s of them are selected, z of those with minors:
 * limits on the sums of persons and of minors, by {@code models/problem.md} ("The arithmetic of
 * lots"). Exact where the least numbers are alike; else the limits hold, and sums between them may
 * be out of reach.
 */
final class LotSums {
  /** Members between two polls. */
  private static final int BETWEEN_POLLS = 4_096;

  private final ShareLimit share;

  /** Candidates that must be selected, and those that must take minors. */
  private int forced;

  private int forcedMinors;

  /** Forced candidates that may take minors. */
  private int forcedEligible;

  /** Whether some candidate has no allowed choice. */
  private boolean isStuck;

  private long forcedLeast;
  private long forcedMost;
  private long forcedMinorsLeast;
  private long forcedMinorsMost;

  /** Sums of the smallest or the largest numbers: element k is the sum of k of them. */
  private final long[] leastPersons;

  private final long[] leastWithoutMinors;
  private final long[] extraForMinors;
  private final long[] leastMinors;
  private final long[] mostMinors;
  private final long[] mostOfEligible;
  private final long[] mostOfOthers;
  private final long[] mostOfAll;

  /** How many of the k optional candidates with the largest caps may take minors. */
  private final int[] eligibleAmong;

  /** The places with minors by themselves. */
  private final GroupPersons groupPersons;

  /**
   * @param members of the set
   * @param stop polled between members and sums
   * @throws LotsStoppedException when it says so
   */
  LotSums(Program program, int[] members, BooleanSupplier stop) {
    share = program.share();
    CandidateRanges c = program.candidates();
    LongList persons = new LongList();
    LongList without = new LongList();
    LongList extra = new LongList();
    LongList minors = new LongList();
    LongList groups = new LongList();
    LongList eligible = new LongList();
    LongList others = new LongList();
    int leastGroup = Integer.MAX_VALUE;
    LongList rooms = new LongList();
    long leastPlace = Long.MAX_VALUE;
    int seen = 0;
    for (int i : members) {
      if (++seen % BETWEEN_POLLS == 0) {
        poll(stop);
      }
      boolean isForced = !c.mayDrop().get(i) || !c.mayGoWithout().get(i);
      boolean needsMinors = !c.mayGoWithout().get(i);
      int low = Math.max(1, c.low()[i]);
      int high = c.high()[i];
      int most = low <= high ? Math.min(c.minorsHigh()[i], share.minorsOf(high)) : 0;
      int group = Math.max(1, c.minorsLow()[i]);
      boolean mayTakeMinors = group <= most;
      int withMinors = mayTakeMinors ? Math.max(low, share.personsFor(group)) : low;
      isStuck |= isForced && (low > high || (needsMinors && !mayTakeMinors));
      if (low > high) {
        continue;
      }
      if (mayTakeMinors) {
        leastGroup = Math.min(leastGroup, group);
        rooms.add(most);
        leastPlace = Math.min(leastPlace, low);
      }
      if (isForced) {
        forced++;
        forcedLeast += needsMinors ? withMinors : low;
        forcedMost += high;
        forcedEligible += mayTakeMinors ? 1 : 0;
      } else {
        persons.add(low);
        (mayTakeMinors ? eligible : others).add(high);
      }
      if (needsMinors) {
        forcedMinors++;
        forcedMinorsLeast += group;
        forcedMinorsMost += most;
        continue;
      }
      without.add(low);
      if (mayTakeMinors) {
        extra.add(withMinors - low);
        groups.add(group);
        minors.add(most);
      }
    }
    long fewest = leastPlace;
    groupPersons =
        new GroupPersons(
            leastGroup, rooms.descending(), some -> Math.max(fewest, share.personsFor(some)));
    poll(stop);
    leastPersons = persons.smallestSums();
    poll(stop);
    leastWithoutMinors = without.smallestSums();
    poll(stop);
    extraForMinors = extra.smallestSums();
    poll(stop);
    leastMinors = groups.smallestSums();
    poll(stop);
    mostMinors = minors.largestSums();
    poll(stop);
    mostOfEligible = eligible.largestSums();
    poll(stop);
    mostOfOthers = others.largestSums();
    mostOfAll = new long[mostOfEligible.length + mostOfOthers.length - 1];
    eligibleAmong = new int[mostOfAll.length];
    merge();
  }

  static void poll(BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      throw new LotsStoppedException();
    }
  }

  /** Numbers, and the sums of their smallest and largest. */
  private static final class LongList {
    private long[] values = new long[16];
    private int count;

    void add(long value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    long[] smallestSums() {
      Arrays.sort(values, 0, count);
      long[] sums = new long[count + 1];
      for (int k = 0; k < count; k++) {
        sums[k + 1] = sums[k] + values[k];
      }
      return sums;
    }

    int[] descending() {
      Arrays.sort(values, 0, count);
      int[] descending = new int[count];
      Arrays.setAll(descending, k -> (int) values[count - 1 - k]);
      return descending;
    }

    long[] largestSums() {
      Arrays.sort(values, 0, count);
      long[] sums = new long[count + 1];
      for (int k = 0; k < count; k++) {
        sums[k + 1] = sums[k] + values[count - 1 - k];
      }
      return sums;
    }
  }

  private void merge() {
    int a = 0;
    int b = 0;
    for (int k = 1; k < mostOfAll.length; k++) {
      long ofEligible =
          a + 1 < mostOfEligible.length ? mostOfEligible[a + 1] - mostOfEligible[a] : -1;
      long ofOthers = b + 1 < mostOfOthers.length ? mostOfOthers[b + 1] - mostOfOthers[b] : -1;
      if (ofEligible >= ofOthers) {
        a++;
      } else {
        b++;
      }
      mostOfAll[k] = mostOfEligible[a] + mostOfOthers[b];
      eligibleAmong[k] = a;
    }
  }

  boolean isStuck() {
    return isStuck;
  }

  int leastSelected() {
    return forced;
  }

  int mostSelected() {
    return forced + leastPersons.length - 1;
  }

  int leastPlaces() {
    return forcedMinors;
  }

  int mostPlaces() {
    return forcedMinors + leastMinors.length - 1;
  }

  /** The fewest minors of z candidates. */
  long leastMinors(int z) {
    return forcedMinorsLeast + leastMinors[z - forcedMinors];
  }

  /** The most minors of z candidates. */
  long mostMinors(int z) {
    return forcedMinorsMost + mostMinors[z - forcedMinors];
  }

  /** The fewest selected among whom z may take minors. */
  int leastSelected(int z) {
    return Math.max(z, forced + Math.max(0, z - forcedEligible));
  }

  /** The fewest persons of s candidates, z of them with at least so many minors together. */
  long leastPersons(int s, int z, long minors) {
    long each = forcedLeast + leastPersons[s - forced] + extraForMinors[z - forcedMinors];
    long needed = share.personsFor((int) Math.min(Integer.MAX_VALUE, minors));
    long together = Math.max(needed, groupPersons.of(z, minors));
    return Math.max(each, together + leastWithoutMinors[s - z]);
  }

  /** The most persons of s candidates, z of whom may take minors; s as {@link #leastSelected}. */
  long mostPersons(int s, int z) {
    int free = s - forced;
    int needed = Math.max(0, z - forcedEligible);
    return forcedMost
        + (eligibleAmong[free] >= needed
            ? mostOfAll[free]
            : mostOfEligible[needed] + mostOfOthers[free - needed]);
  }
}
