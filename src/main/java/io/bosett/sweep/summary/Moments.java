package io.bosett.sweep.summary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The count, sum and sum of squares of whole numbers. Sums are kept in limbs of 32 bits that are
 * added without carry, so that 2^31 numbers fit and adding is element by element.
 */
public final class Moments {
  private static final int LIMB = 32;
  private static final long LOW = (1L << LIMB) - 1;
  private static final int SIZE = 7;

  private Moments() {}

  static long[] empty() {
    return new long[SIZE];
  }

  static void add(long[] moments, long value) {
    long high = Math.multiplyHigh(value, value);
    long low = value * value;
    moments[0]++;
    moments[1] += value & LOW;
    moments[2] += value >> LIMB;
    moments[3] += low & LOW;
    moments[4] += low >>> LIMB;
    moments[5] += high & LOW;
    moments[6] += high >>> LIMB;
  }

  /** How many numbers. */
  public static long count(long[] moments) {
    return moments[0];
  }

  /** Their sum. */
  public static BigInteger sum(long[] moments) {
    return limbs(moments, 1, 2);
  }

  /** The sum of their squares. */
  public static BigInteger squares(long[] moments) {
    return limbs(moments, 3, SIZE - 1);
  }

  /** Their mean; of at least one number. */
  public static double mean(long[] moments) {
    return exactMean(moments).doubleValue();
  }

  private static BigDecimal exactMean(long[] moments) {
    return new BigDecimal(sum(moments))
        .divide(BigDecimal.valueOf(count(moments)), MathContext.DECIMAL128);
  }

  /** Their standard deviation, as of a whole population; of at least one number. */
  public static double deviation(long[] moments) {
    BigDecimal mean = exactMean(moments);
    BigDecimal variance =
        new BigDecimal(squares(moments))
            .divide(BigDecimal.valueOf(count(moments)), MathContext.DECIMAL128)
            .subtract(mean.multiply(mean));
    return Math.sqrt(Math.max(0, variance.doubleValue()));
  }

  private static BigInteger limbs(long[] moments, int lowest, int highest) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = highest; i >= lowest; i--) {
      sum = sum.shiftLeft(LIMB).add(BigInteger.valueOf(moments[i]));
    }
    return sum;
  }
}
