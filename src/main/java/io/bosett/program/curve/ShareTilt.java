package io.bosett.program.curve;

import java.math.BigInteger;

/**
 * What persons are worth for the minors that they allow, at a price a minor and by the share: exact
 * also where products leave 64 bits, as for millions of persons and a share of twelve digits.
 *
 * @param price a minor
 * @param numerator of the share
 * @param denominator of the share
 */
record ShareTilt(long price, long numerator, long denominator) {
  static final ShareTilt NONE = new ShareTilt(0, 1, 1);

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
