package io.bosett.check.proof;

import io.bosett.check.recount.Gains;

/**
 * The reduced value of one candidate's persons and minors, with the shared rules priced in: {@code
 * scale * gain - price}.
 */
final class PricedGains {
  /** Limit on values, so that the sum of two is exact and above any value that means "none". */
  private static final long LARGEST = 1L << 60;

  private final Gains gains;
  private final CandidatePrices prices;
  private final long scale;

  /** Gains up to it in size can be scaled without overflow. */
  private final long plainGain;

  PricedGains(Gains gains, CandidatePrices prices, long scale) {
    this.gains = gains;
    this.prices = prices;
    this.scale = scale;
    plainGain = Long.MAX_VALUE / scale;
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
