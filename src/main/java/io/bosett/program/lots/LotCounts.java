package io.bosett.program.lots;

import io.bosett.program.Program;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * The numbers of selected and of municipalities with minors for which the sums of a set of
 * candidates can be within their limits, jointly for persons, minors, share and places: for each
 * number z of those with minors a range of numbers of selected.
 */
final class LotCounts {
  private final LotSums sums;
  private final LotLimits limits;
  private final BooleanSupplier stop;
  private final int leastPlaces;
  private final int mostPlaces;

  /**
   * @param stop polled for each number of places
   */
  LotCounts(LotSums sums, LotLimits limits, BooleanSupplier stop) {
    this.sums = sums;
    this.limits = limits;
    this.stop = stop;
    int low = sums.leastPlaces();
    int high = (int) Math.min(sums.mostPlaces(), limits.places().most());
    leastPlaces =
        Math.max(
            (int) Math.min(Integer.MAX_VALUE, limits.places().least()),
            first(low, high, z -> sums.mostMinors(z) >= limits.minors().least()));
    mostPlaces = first(low, high, z -> sums.leastMinors(z) > limits.minors().most()) - 1;
  }

  /** Those of all candidates of a program. */
  static LotCounts of(Program program, BooleanSupplier stop) {
    int[] all = new int[program.size()];
    Arrays.setAll(all, i -> i);
    return new LotCounts(new LotSums(program, all, stop), LotLimits.general(program), stop);
  }

  /** The first number from low to high that fits, where all behind it fit too; else high + 1. */
  private static int first(int low, int high, IntPredicate fits) {
    int from = low;
    int to = high + 1;
    while (from < to) {
      int middle = from + (to - from) / 2;
      if (fits.test(middle)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /** The least number with minors by the sums of minors alone; see {@link #mostPlaces}. */
  int leastPlaces() {
    return leastPlaces;
  }

  /** The largest such number; below the least one when there is none. */
  int mostPlaces() {
    return mostPlaces;
  }

  /** The fewest selected when z take minors. */
  int leastSelected(int z) {
    int low = sums.leastSelected(z);
    int high = sums.mostSelected();
    int enough = first(low, high, s -> sums.mostPersons(s, z) >= limits.persons().least());
    return (int) Math.max(limits.selected().least(), enough);
  }

  /** The most selected when z take minors; below {@link #leastSelected} when there are none. */
  int mostSelected(int z) {
    int low = sums.leastSelected(z);
    int high = (int) Math.min(sums.mostSelected(), limits.selected().most());
    long minors = leastMinors(z);
    return first(low, high, s -> sums.leastPersons(s, z, minors) > limits.persons().most()) - 1;
  }

  /** Whether z candidates can take minors. */
  boolean fits(int z) {
    return leastSelected(z) <= mostSelected(z);
  }

  /** The first number with minors for which everything fits, or -1 when there is none. */
  int firstPlaces() {
    for (int z = leastPlaces; z <= mostPlaces && !sums.isStuck(); z++) {
      LotSums.poll(stop);
      if (fits(z)) {
        return z;
      }
    }
    return -1;
  }

  /** The fewest minors of z candidates within the limits. */
  long leastMinors(int z) {
    return Math.max(sums.leastMinors(z), limits.minors().least());
  }

  long mostMinors(int z) {
    return Math.min(sums.mostMinors(z), limits.minors().most());
  }

  /** The most selected, whoever takes minors. */
  int mostSelected() {
    return (int) Math.min(sums.mostSelected(), limits.selected().most());
  }

  /** The fewest persons of s candidates, of whom z or more take so many minors together. */
  long leastPersons(int s, int z, long minors) {
    return Math.max(sums.leastPersons(s, z, minors), limits.persons().least());
  }

  /** The most persons of s candidates, of whom z or more may take minors. */
  long mostPersons(int s, int z) {
    return Math.min(sums.mostPersons(s, z), limits.persons().most());
  }
}
