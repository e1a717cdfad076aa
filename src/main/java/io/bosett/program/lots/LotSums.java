package io.bosett.program.lots;

import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import java.util.function.BooleanSupplier;

/**
 * The sums that a set of candidates reaches when s of them are selected, z of those with minors:
 * limits on the sums of persons and of minors, by {@code models/problem.md} ("The arithmetic of
 * lots"). Exact where the least numbers are alike; else the limits hold, and sums between them may
 * be out of reach.
 */
final class LotSums {
  private final ShareLimit share;

  private final LotMembers.Forced forced;

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
    LotMembers collected = LotMembers.of(program, members, stop);
    forced = collected.forced;
    groupPersons = collected.groupPersons();
    poll(stop);
    leastPersons = collected.persons.smallestSums();
    poll(stop);
    leastWithoutMinors = collected.withoutMinors.smallestSums();
    poll(stop);
    extraForMinors = collected.extraForMinors.smallestSums();
    poll(stop);
    leastMinors = collected.groups.smallestSums();
    poll(stop);
    mostMinors = collected.minors.largestSums();
    poll(stop);
    mostOfEligible = collected.eligible.largestSums();
    poll(stop);
    mostOfOthers = collected.others.largestSums();
    mostOfAll = new long[mostOfEligible.length + mostOfOthers.length - 1];
    eligibleAmong = new int[mostOfAll.length];
    merge();
  }

  static void poll(BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      throw new LotsStoppedException();
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
    return forced.isStuck;
  }

  int leastSelected() {
    return forced.count;
  }

  int mostSelected() {
    return forced.count + leastPersons.length - 1;
  }

  int leastPlaces() {
    return forced.withMinors;
  }

  int mostPlaces() {
    return forced.withMinors + leastMinors.length - 1;
  }

  /** The fewest minors of z candidates. */
  long leastMinors(int z) {
    return forced.leastMinors + leastMinors[z - forced.withMinors];
  }

  /** The most minors of z candidates. */
  long mostMinors(int z) {
    return forced.mostMinors + mostMinors[z - forced.withMinors];
  }

  /** The fewest selected among whom z may take minors. */
  int leastSelected(int z) {
    return Math.max(z, forced.count + Math.max(0, z - forced.eligible));
  }

  /** The fewest persons of s candidates, z of them with at least so many minors together. */
  long leastPersons(int s, int z, long minors) {
    long each =
        forced.leastPersons
            + leastPersons[s - forced.count]
            + extraForMinors[z - forced.withMinors];
    long needed = share.personsFor((int) Math.min(Integer.MAX_VALUE, minors));
    long together = Math.max(needed, groupPersons.of(z, minors));
    return Math.max(each, together + leastWithoutMinors[s - z]);
  }

  /** The most persons of s candidates, z of whom may take minors; s as {@link #leastSelected}. */
  long mostPersons(int s, int z) {
    int free = s - forced.count;
    int needed = Math.max(0, z - forced.eligible);
    return forced.mostPersons
        + (eligibleAmong[free] >= needed
            ? mostOfAll[free]
            : mostOfEligible[needed] + mostOfOthers[free - needed]);
  }
}
