package io.bosett.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void the_median_is_the_middle_or_the_mean_of_the_two_middle_ones() {
    assertThat(Numbers.median(new double[] {1, 2, 9})).isEqualTo(2);
    assertThat(Numbers.median(new double[] {1, 2, 4, 9})).isEqualTo(3);
  }

  @Test
  void a_quantile_is_one_of_the_numbers() {
    double[] numbers = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    assertThat(Numbers.quantile(numbers, 0.9)).isEqualTo(9);
    assertThat(Numbers.quantile(numbers, 0.91)).isEqualTo(10);
    assertThat(Numbers.quantile(numbers, 0)).isEqualTo(1);
  }

  @Test
  void the_shifted_geometric_mean_of_equal_numbers_is_that_number() {
    assertThat(Numbers.shiftedGeometricMean(new double[] {3, 3, 3}, 0.01))
        .isCloseTo(3, within(1e-9));
    assertThat(Numbers.shiftedGeometricMean(new double[] {0, 3}, 1)).isCloseTo(1, within(1e-9));
  }

  @Test
  void the_exponent_of_a_power_is_that_of_the_power() {
    double[] x = {4, 40, 4_000};
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = 7 * Math.pow(x[i], 1.5);
    }
    assertThat(Numbers.exponent(x, y)).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void numbers_have_three_digits_that_count() {
    assertThat(Numbers.time(0.0001234)).isEqualTo("123 µs");
    assertThat(Numbers.time(0.01234)).isEqualTo("12.3 ms");
    assertThat(Numbers.time(12.34)).isEqualTo("12.3 s");
    assertThat(Numbers.digits(1_234_567)).isEqualTo("1,234,567");
    assertThat(Numbers.digits(0)).isEqualTo("0.00");
  }
}
