package io.bosett.check;

/**
 * What one candidate's persons and minors are worth once the shared rules are paid for: {@code
 * scale * gain - price}.
 */
final class Values {
  /** Values are kept so small that the sum of two is exact and below any that means "none". */
  private static final long LARGEST = 1L << 60;

  private final Gains gains;
  private final Prices prices;
  private final long scale;

  Values(Gains gains, Prices prices, long scale) {
    this.gains = gains;
    this.prices = prices;
    this.scale = scale;
  }

  long persons(int i, int x) {
    return value(gains.persons(i, x), prices.persons(i, x));
  }

  long minors(int i, int m) {
    return value(gains.minors(i, m), prices.minors(i, m));
  }

  private long value(long gain, long price) {
    long value = Math.subtractExact(Math.multiplyExact(scale, gain), price);
    if (value > LARGEST || value < -LARGEST) {
      throw new ArithmeticException("a scaled value is " + value + ", allowed up to 2^60 in size");
    }
    return value;
  }
}
