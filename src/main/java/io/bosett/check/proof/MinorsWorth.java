package io.bosett.check.proof;

import java.math.BigInteger;

/**
 * The price of minors carried over to the persons that allow them, by the share; exact also where a
 * product takes more than 64 bits.
 *
 * @param price a minor
 * @param numerator of the share
 * @param denominator of the share
 */
record MinorsWorth(long price, long numerator, long denominator) {
  static final MinorsWorth NONE = new MinorsWorth(0, 1, 1);

  /** {@code floor(price * numerator * amount / denominator)}. */
  long at(int amount) {
    long high = Math.multiplyHigh(price, (long) amount);
    long low = price * amount;
    return high == low >> 63
        ? quotient(low, numerator)
        : quotient(BigInteger.valueOf(price).multiply(BigInteger.valueOf(amount)), numerator);
  }

  /** A step rises together with this exactly when it rises by more. */
  long fall() {
    return quotient(-price, numerator);
  }

  private long quotient(long factor, long other) {
    long high = Math.multiplyHigh(factor, other);
    long low = factor * other;
    return high == low >> 63
        ? Math.floorDiv(low, denominator)
        : quotient(BigInteger.valueOf(factor), other);
  }

  private long quotient(BigInteger factor, long other) {
    BigInteger[] parts =
        factor
            .multiply(BigInteger.valueOf(other))
            .divideAndRemainder(BigInteger.valueOf(denominator));
    BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    return floor.longValueExact();
  }
}
