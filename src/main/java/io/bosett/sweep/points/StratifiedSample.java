package io.bosett.sweep.points;

import java.util.SplittableRandom;

/**
 * Stratified sampling of points: one place in each of many strata of neighbours, at random but
 * always the same. An even stride would fall in step with the cells of a grid and with the Gray
 * code of Sobol's sequence, and see a part of an axis only.
 */
public final class StratifiedSample {
  private StratifiedSample() {}

  /**
   * The place that is taken of one of several strata as wide as each other, but for one place.
   *
   * @param number of the stratum, from 0
   * @param strata how many there are, at most as many as places
   * @param places of all strata
   */
  public static long place(long number, long strata, long places) {
    long from = places * number / strata;
    long to = places * (number + 1) / strata;
    return from + new SplittableRandom(number).nextLong(to - from);
  }

  /**
   * Whether a place is the one that is taken of its stratum.
   *
   * @param width of every stratum
   */
  public static boolean isTaken(long place, long width) {
    return place % width == new SplittableRandom(place / width).nextLong(width);
  }
}
