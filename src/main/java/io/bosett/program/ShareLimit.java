package io.bosett.program;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * {@code floor(share * x)} for a share from 0 to 1 in exact decimals and every x up to a limit, in
 * integer arithmetic: {@code numerator / denominator} is the best lower rational approximation of
 * the share with a denominator within the limit, which gives the same floors.
 *
 * @param numerator 0 or more
 * @param denominator 1 or more
 */
public record ShareLimit(long numerator, long denominator) {
  /** The largest denominator, and with it the largest x, for which floors are exact. */
  static final long LIMIT = 10_000_000;

  /** Smaller shares give 0 up to the limit, whatever their digits. */
  private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(7);

  /**
   * Finds the best lower fraction in the Stern-Brocot tree, with long strides, so that the number
   * of steps is logarithmic in the limit.
   *
   * @param share 0 to 1
   */
  public static ShareLimit of(BigDecimal share) {
    if (share.compareTo(SMALLEST) < 0) {
      return new ShareLimit(0, 1);
    }
    BigInteger p = share.stripTrailingZeros().unscaledValue();
    int scale = share.stripTrailingZeros().scale();
    BigInteger q = BigInteger.ONE;
    if (scale >= 0) {
      q = BigInteger.TEN.pow(scale);
    } else {
      p = p.multiply(BigInteger.TEN.pow(-scale));
    }
    if (p.compareTo(q) >= 0) {
      return new ShareLimit(1, 1);
    }
    long lowP = 0;
    long lowQ = 1;
    long highP = 1;
    long highQ = 1;
    while (true) {
      // low <= share < high; move low towards high as far as it stays below the share.
      BigInteger room = p.multiply(big(lowQ)).subtract(q.multiply(big(lowP)));
      BigInteger step = q.multiply(big(highP)).subtract(p.multiply(big(highQ)));
      long up = room.divide(step).min(big((LIMIT - lowQ) / highQ)).longValue();
      lowP += up * highP;
      lowQ += up * highQ;
      room = p.multiply(big(lowQ)).subtract(q.multiply(big(lowP)));
      if (room.signum() == 0 || lowQ + highQ > LIMIT) {
        return new ShareLimit(lowP, lowQ);
      }
      // Move high towards low as far as it stays strictly above the share.
      BigInteger down = step.subtract(BigInteger.ONE).divide(room);
      long strides = down.min(big((LIMIT - highQ) / lowQ)).longValue();
      highP += strides * lowP;
      highQ += strides * lowQ;
      if (up == 0 && strides == 0) {
        return new ShareLimit(lowP, lowQ);
      }
    }
  }

  /** The most minors among so many persons. */
  public int minorsOf(int persons) {
    return (int) (persons * numerator / denominator);
  }

  /**
   * The fewest persons among whom so many minors are allowed, or {@link Integer#MAX_VALUE} when the
   * share is 0 and there are minors.
   */
  public int personsFor(int minors) {
    if (minors == 0) {
      return 0;
    }
    if (numerator == 0) {
      return Integer.MAX_VALUE;
    }
    long persons = (minors * denominator + numerator - 1) / numerator;
    return (int) Math.min(persons, Integer.MAX_VALUE);
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
