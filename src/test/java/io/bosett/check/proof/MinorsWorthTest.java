package io.bosett.check.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The price of minors carried over to persons, against unbounded arithmetic. */
final class MinorsWorthTest {
  private static final long SEED = Long.getLong("bosett.seed", 1L);

  /** The floor of a quotient of unbounded numbers. */
  private static BigInteger floor(BigInteger numerator, long denominator) {
    return new BigDecimal(numerator)
        .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.FLOOR)
        .toBigIntegerExact();
  }

  @Test
  void it_is_the_floor_for_either_sign_within_64_bits_and_beyond() {
    Random random = new Random(SEED);
    for (int round = 0; round < 20_000; round++) {
      long denominator = 1 + (random.nextLong() >>> (2 + random.nextInt(60)));
      long numerator = 1 + (long) (random.nextDouble() * (denominator - 1));
      int amount = random.nextInt(10_000_001);
      long price = (random.nextLong() >> (25 + random.nextInt(38)));
      MinorsWorth worth = new MinorsWorth(price, numerator, denominator);
      BigInteger product = BigInteger.valueOf(price).multiply(BigInteger.valueOf(numerator));
      String which = "seed " + SEED + ": " + worth + " at " + amount;
      assertThat(worth.at(amount))
          .as(which)
          .isEqualTo(
              floor(product.multiply(BigInteger.valueOf(amount)), denominator).longValueExact());
      assertThat(worth.fall())
          .as(which)
          .isEqualTo(floor(product.negate(), denominator).longValueExact());
    }
  }
}
