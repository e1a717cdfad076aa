package io.bosett.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class EcmaScriptNumberTest {
  private static final long SEED = 20_171;

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "4400.0, 4400",
    "-1, -1",
    "0.579999999999999999999, 0.58",
    "2.0E-3, 0.002",
    "1e21, 1e+21",
    "999999999999999999999, 1e+21",
    "999999999999999900000, 999999999999999900000",
    "1e20, 100000000000000000000",
    "123456789012345678901, 123456789012345680000",
    "0.000001, 0.000001",
    "-0.00000123, -0.00000123",
    "1e-7, 1e-7",
    "-1.5e-9, -1.5e-9",
    "1.0E23, 1e+23",
    "2E23, 2e+23",
    "8.41E21, 8.41e+21",
    "2.0E-322, 2e-322",
    "2.2E-322, 2.2e-322",
    "5e-324, 5e-324",
    "1e-323, 1e-323",
    "2.2250738585072014E-308, 2.2250738585072014e-308",
    "2.225073858507201E-308, 2.225073858507201e-308",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "9007199254740993, 9007199254740992",
    "9007199254740994, 9007199254740994",
    "295147905179352830000, 295147905179352830000",
    "333333333.33333329, 333333333.3333333",
    "5.6843418860808015e-14, 5.684341886080802e-14",
    "9.5367431640625e-7, 9.5367431640625e-7",
    "1424953923781206.2, 1424953923781206.2"
  })
  void a_number_has_one_text(String written, String text) {
    assertThat(EcmaScriptNumber.of(Double.parseDouble(written))).isEqualTo(text);
  }

  @Test
  void what_is_not_finite_has_none() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> EcmaScriptNumber.of(value))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_text_reads_back_as_the_number_and_none_shorter_does() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      assertShortest(Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE));
      assertShortest(Math.rint(random.nextDouble() * 1e6) / 1e3);
      assertShortest(random.nextDouble());
      assertShortest(random.nextDouble() * Math.scalb(1.0, random.nextInt(70)));
      assertShortest((random.nextInt(1_000_000) + 0.5) / 1_000);
      assertShortest(Double.MIN_VALUE * random.nextInt(1 << 20));
    }
    for (double power = 1e-12; power < 1e20; power *= 10) {
      assertShortest(Math.nextDown(power));
      assertShortest(Math.nextUp(power));
    }
    for (int power = -1074; power < 1024; power++) {
      assertShortest(Math.scalb(1.0, power));
      assertShortest(Math.nextUp(Math.scalb(1.0, power)));
      assertShortest(Math.nextDown(Math.scalb(1.0, power)));
    }
  }

  /** Of a number that is not negative. */
  private static void assertShortest(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return;
    }
    BigDecimal text = new BigDecimal(EcmaScriptNumber.of(value)).stripTrailingZeros();
    assertThat(text.doubleValue()).as("seed %d", SEED).isEqualTo(value);
    BigDecimal exact = new BigDecimal(value);
    int shorter = text.precision() - 1;
    if (shorter > 0) {
      assertThat(round(exact, shorter, RoundingMode.DOWN)).as("seed %d", SEED).isNotEqualTo(value);
      assertThat(round(exact, shorter, RoundingMode.UP)).as("seed %d", SEED).isNotEqualTo(value);
    }
    BigDecimal near = exact.round(new MathContext(text.precision(), RoundingMode.HALF_EVEN));
    if (near.doubleValue() == value) {
      assertThat(text).as("seed %d", SEED).isEqualByComparingTo(near);
    }
  }

  private static double round(BigDecimal exact, int digits, RoundingMode mode) {
    return exact.round(new MathContext(digits, mode)).doubleValue();
  }
}
