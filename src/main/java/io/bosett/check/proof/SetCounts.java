package io.bosett.check.proof;

import io.bosett.check.recount.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers of asked and of places with minors for which a set of candidates can keep its limits,
 * by trying every pair.
 */
final class SetCounts {
  /**
   * A number of candidates with the sums that they reach.
   *
   * @param count of candidates
   * @param low least sum
   * @param high largest sum
   */
  record Fit(int count, long low, long high) {}

  private final SetSums sums;
  private final SetLimits limits;
  private final EffortLimit effort;
  private final List<Fit> fits = new ArrayList<>();

  SetCounts(SetSums sums, SetLimits limits, EffortLimit effort) throws EffortExceededException {
    this.sums = sums;
    this.limits = limits;
    this.effort = effort;
    for (int z = sums.fewestPlaces(); !sums.isStuck() && z <= sums.mostPlaces(); z++) {
      long low = Math.max(sums.leastMinors(z), limits.low(Quantity.MINORS));
      long high = Math.min(sums.mostMinors(z), limits.high(Quantity.MINORS));
      effort.addSteps(1L + z, 0);
      if (sums.leastMinors(z) > limits.high(Quantity.MINORS)) {
        break;
      }
      if (low <= high
          && z >= limits.low(Quantity.MINORS_MUNICIPALITIES)
          && z <= limits.high(Quantity.MINORS_MUNICIPALITIES)) {
        effort.addSteps(sums.mostAsked(), 0);
        if (someFit(z, low)) {
          fits.add(new Fit(z, low, high));
        }
      }
    }
  }

  private boolean someFit(int z, long minors) {
    long[] least = sums.leastPersons(z, minors);
    long[] most = sums.mostPersons(z);
    for (int k = 0; k < least.length; k++) {
      int s = sums.fewestAsked() + k;
      if (s >= z && isWithin(Quantity.SELECTED, s, s) && isWithin(least[k], most[k])) {
        return true;
      }
    }
    return false;
  }

  private boolean isWithin(long least, long most) {
    return least <= most && isWithin(Quantity.PERSONS, least, most);
  }

  /** Whether some number of a range keeps the limits. */
  private boolean isWithin(Quantity quantity, long least, long most) {
    return least <= limits.high(quantity) && most >= limits.low(quantity);
  }

  /** The numbers of places with minors that fit, ascending. */
  List<Fit> fits() {
    return fits;
  }

  /**
   * The numbers asked that may fit, with the sums of persons that they reach with some number of
   * places with minors.
   */
  List<Fit> persons() throws EffortExceededException {
    SortedMap<Integer, Fit> persons = new TreeMap<>();
    for (Fit places : fits) {
      int z = places.count();
      long[] least = sums.leastPersons(z, places.low());
      long[] most = sums.mostPersons(z);
      effort.addSteps(least.length, 0);
      for (int k = 0; k < least.length; k++) {
        int s = sums.fewestAsked() + k;
        long low = Math.max(least[k], limits.low(Quantity.PERSONS));
        long high = Math.min(most[k], limits.high(Quantity.PERSONS));
        if (s >= z && isWithin(Quantity.SELECTED, s, s) && low <= high) {
          persons.merge(s, new Fit(s, low, high), SetCounts::hull);
        }
      }
    }
    return List.copyOf(persons.values());
  }

  private static Fit hull(Fit one, Fit other) {
    return new Fit(
        one.count(), Math.min(one.low(), other.low()), Math.max(one.high(), other.high()));
  }
}
