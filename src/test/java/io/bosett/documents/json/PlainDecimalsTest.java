package io.bosett.documents.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainDecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-3, -3",
    "100, 100",
    "1e9, 1000000000",
    "-1e9, -1000000000",
    "0.5, 0.5",
    "-59.25, -59.25",
    "0.001, 0.001",
    "0.0001, 0.0001",
    "1e-7, 0.0000001",
    "12345678.5, 12345678.5",
    "1e21, 1000000000000000000000",
    "9007199254740993, 9007199254740992",
    "123456789012.25, 123456789012.25"
  })
  void an_exact_decimal_has_neither_exponent_nor_trailing_zeros(double value, String text) {
    assertThat(PlainDecimals.exact(value)).isEqualTo(text);
  }

  @Test
  void an_exact_decimal_is_that_of_java_and_reads_back_as_the_same() {
    long seed = 4_400;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double value =
          i % 2 == 0
              ? Double.longBitsToDouble(random.nextLong())
              : Math.scalb((double) random.nextInt(), random.nextInt(40) - 30);
      if (Double.isFinite(value)) {
        String text = PlainDecimals.exact(value);
        BigDecimal java = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        assertThat(text).as("seed %d", seed).isEqualTo(java.toPlainString());
        assertThat(Double.parseDouble(text)).as("seed %d", seed).isEqualTo(value);
        assertThat(PlainDecimals.exact(value)).as("again, seed %d", seed).isEqualTo(text);
      }
    }
  }

  @Test
  void a_half_is_rounded_up_in_size_and_less_than_a_half_is_not() {
    assertThat(PlainDecimals.rounded(0.5, 0)).isEqualTo("1");
    assertThat(PlainDecimals.rounded(-0.5, 0)).isEqualTo("-1");
    assertThat(PlainDecimals.rounded(2.5, 0)).isEqualTo("3");
    assertThat(PlainDecimals.rounded(1.25, 1)).isEqualTo("1.3");
    assertThat(PlainDecimals.rounded(-1.125, 2)).isEqualTo("-1.13");
    assertThat(PlainDecimals.rounded(0.4375, 0)).isEqualTo("0");
    assertThat(PlainDecimals.rounded(1.1875, 1)).isEqualTo("1.2");
    assertThat(PlainDecimals.rounded(1.125, 1)).isEqualTo("1.1");
  }

  @Test
  void what_is_rounded_to_nothing_has_no_sign() {
    assertThat(PlainDecimals.rounded(-0.004, 2)).isEqualTo("0");
    assertThat(PlainDecimals.rounded(-0.0, 3)).isEqualTo("0");
    assertThat(PlainDecimals.rounded(-0.006, 2)).isEqualTo("-0.01");
  }
}
