package io.bosett.sweep.summary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The count, sum and sum of squares of whole numbers. Sums are kept in limbs of 28 bits that are
 * added without carry, so that adding is element by element, and 2^35 numbers fit, more than a
 * sweep has points.
 */
public final class Moments {
  private static final int LIMB = 28;
  private static final long LOW = (1L << LIMB) - 1;

  /** Limbs of a number of 64 bits, and of its square of 128. */
  private static final int OF_SUM = 3;

  private static final int OF_SQUARES = 5;
  private static final int SIZE = 1 + OF_SUM + OF_SQUARES;

  private Moments() {}

  static long[] empty() {
    return new long[SIZE];
  }

  static void add(long[] moments, long value) {
    moments[0]++;
    for (int i = 0; i < OF_SUM; i++) {
      moments[1 + i] += i == OF_SUM - 1 ? value >> (i * LIMB) : value >> (i * LIMB) & LOW;
    }
    long high = Math.multiplyHigh(value, value);
    long low = value * value;
    for (int i = 0; i < OF_SQUARES; i++) {
      moments[1 + OF_SUM + i] += bits(high, low, i * LIMB) & LOW;
    }
  }

  /** The bits of a number of 128 bits that is not negative, from a place on. */
  private static long bits(long high, long low, int from) {
    if (from >= Long.SIZE) {
      return high >>> (from - Long.SIZE);
    }
    return from == 0 ? low : low >>> from | high << (Long.SIZE - from);
  }

  /** How many numbers. */
  public static long count(long[] moments) {
    return moments[0];
  }

  /** Their sum. */
  public static BigInteger sum(long[] moments) {
    return limbs(moments, 1, OF_SUM);
  }

  /** The sum of their squares. */
  public static BigInteger squares(long[] moments) {
    return limbs(moments, 1 + OF_SUM, SIZE - 1);
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
