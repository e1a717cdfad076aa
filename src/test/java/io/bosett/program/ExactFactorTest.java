package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactFactorTest {
  private static long of(String factor, double cell) {
    return ExactFactor.of(new BigDecimal(factor)).of(cell);
  }

  @Test
  void whole_cells_and_fractions_are_multiplied_in_decimals() {
    assertThat(of("0.58", 50)).isEqualTo(29);
    assertThat(of("0.29", 100)).isEqualTo(29);
    assertThat(of("1.1", 10)).isEqualTo(11);
    assertThat(of("10", 0.3)).isEqualTo(3);
    assertThat(of("3", 0.1)).isZero();
    assertThat(of("0.5", 1e12)).isGreaterThan(10_000_000);
    assertThat(of("0.5", -3)).isNegative();
    assertThat(of("0", 1e300)).isZero();
  }

  @Test
  void absurd_exponents_cost_nothing() {
    assertThat(of("1e-999999999", 5)).isZero();
    assertThat(of("1e-999999999", 0.5)).isZero();
    assertThat(of("1e999999999", 5)).isGreaterThan(10_000_000);
    assertThat(of("1e999999999", 0)).isZero();
  }

  @Test
  void random_products_equal_those_of_big_decimals() {
    Random random = new Random(7);
    for (int k = 0; k < 5_000; k++) {
      BigDecimal factor = BigDecimal.valueOf(random.nextInt(200_000), random.nextInt(7));
      double cell = random.nextBoolean() ? random.nextInt(1_000_000) : random.nextInt(9999) / 100.0;
      long expected =
          BigDecimal.valueOf(cell).multiply(factor).setScale(0, RoundingMode.FLOOR).longValue();
      long cut = Math.min(expected, 100_000_000_000L);
      assertThat(Math.min(ExactFactor.of(factor).of(cell), 100_000_000_000L))
          .as("seed 7, case %d: %s of %s", k, factor, cell)
          .isEqualTo(cut);
    }
  }
}
