package io.bosett.program.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShareTiltTest {
  private static final long SEED = 20_261_126;
  private static final int CASES = 20_000;

  @Test
  void a_tilt_is_exact_also_where_a_product_leaves_64_bits() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int k = 0; k < CASES; k++) {
      long price = random.nextLong(-(1L << random.nextInt(1, 39)), 1L << random.nextInt(1, 39));
      long denominator = random.nextLong(1, 1_000_000_000_001L);
      long numerator = random.nextLong(0, denominator + 1);
      int amount = random.nextInt(0, 10_000_001);
      ShareTilt tilt = new ShareTilt(price, numerator, denominator);
      assertThat(tilt.at(amount)).isEqualTo(floor(price, numerator, amount, denominator));
      assertThat(tilt.fall()).isEqualTo(floor(-price, numerator, 1, denominator));
    }
  }

  private static long floor(long price, long numerator, long amount, long denominator) {
    return BigDecimal.valueOf(price)
        .multiply(BigDecimal.valueOf(numerator))
        .multiply(BigDecimal.valueOf(amount))
        .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.FLOOR)
        .longValueExact();
  }
}
