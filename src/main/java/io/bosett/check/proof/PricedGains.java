package io.bosett.check.proof;

import io.bosett.check.recount.Gains;

/**
 * The reduced value of one candidate's persons and minors, with the shared rules priced in: {@code
 * scale * gain - price}.
 */
final class PricedGains {
  /** Limit on values, so that the sum of two is exact and above any value that means "none". */
  private static final long LARGEST = 1L << 60;

  /** Units: rounding two gains, and the next one, takes less. */
  private static final long ROUNDING = 3;

  /** Up to it doubles compute a gain to a thirtieth of a unit. */
  private static final long LARGEST_EXACT = 1L << 44;

  private final Gains gains;
  private final CandidatePrices prices;
  private final long scale;

  /** Gains up to it in size can be scaled without overflow. */
  private final long plainGain;

  private final boolean isNearlyConcave;

  PricedGains(Gains gains, CandidatePrices prices, long scale) {
    this.gains = gains;
    this.prices = prices;
    this.scale = scale;
    plainGain = Long.MAX_VALUE / scale;
    isNearlyConcave = gains.isNearlyConcave();
  }

  /**
   * Whether no number of persons beyond x has a larger value: that of x falls short of the one
   * before by more than rounding can make up for, and the gains are concave but for rounding.
   *
   * @param before value of {@code x - 1}
   * @param value of x
   */
  boolean isPersonsPeakBefore(int i, int x, long before, long value) {
    return isNearlyConcave && value < before - ROUNDING * scale && isExact(gains.persons(i, x));
  }

  /**
   * Whether no number of persons from 1 up to x has a larger value: that of x falls short of the
   * next one by more than rounding can make up for. What being asked at all costs or brings is the
   * same for all numbers but 0.
   *
   * @param value of x
   * @param after value of {@code x + 1}
   */
  boolean isPersonsPeakAfter(int i, int x, long value, long after) {
    return x > 0
        && isNearlyConcave
        && value < after - ROUNDING * scale
        && isExact(gains.persons(i, x));
  }

  /** Whether values rise up to x persons and to the number after it. */
  boolean arePersonsRising(int i, int x) {
    return isNearlyConcave && isPersonsPeakAfter(i, x, persons(i, x), persons(i, x + 1));
  }

  /** As {@link #isPersonsPeakBefore}, for minors. */
  boolean isMinorsPeakBefore(int i, int m, long before, long value) {
    return isNearlyConcave && value < before - ROUNDING * scale && isExact(gains.minors(i, m));
  }

  /** Whether a gain is computed to far less than a unit. */
  private static boolean isExact(long gain) {
    return Math.abs(gain) <= LARGEST_EXACT;
  }

  long persons(int i, int x) {
    return value(gains.persons(i, x), prices.persons(i, x));
  }

  long minors(int i, int m) {
    return value(gains.minors(i, m), prices.minors(i, m));
  }

  private long value(long gain, long price) {
    boolean plain = -plainGain <= gain && gain <= plainGain;
    long scaled = plain ? scale * gain : Math.multiplyExact(scale, gain);
    long value = Math.subtractExact(scaled, price);
    if (value > LARGEST || value < -LARGEST) {
      throw new ArithmeticException("a scaled value is " + value + ", allowed up to 2^60 in size");
    }
    return value;
  }
}
