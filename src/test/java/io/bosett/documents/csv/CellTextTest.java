package io.bosett.documents.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.json.PlainDecimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
  @Test
  void a_decimal_becomes_the_nearest_double() {
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      BigInteger digits = new BigInteger(1 + random.nextInt(66), random);
      String text = new BigDecimal(digits, random.nextInt(20)).toPlainString();
      assertThat(CellText.number(text))
          .as("%s, seed %d", text, seed)
          .isEqualTo(Double.valueOf(text));
      assertThat(CellText.number("-" + text)).isEqualTo(0.0 - Double.parseDouble(text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "007", "1e3", "1E-3", "1.5e+2", "9007199254740993", "1e-999"})
  void what_looks_like_a_number_is_one(String text) {
    assertThat(CellText.number(text)).isEqualTo(Double.parseDouble(text) + 0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "-.",
        "1.",
        ".1",
        "1..2",
        "1.2.3",
        "--1",
        "+1",
        "1e",
        "1e+",
        "e1",
        "1f",
        "0x1",
        "NaN",
        "Infinity",
        "1,5",
        "1_000",
        " 1",
        "1 ",
        "１"
      })
  void what_is_no_number_is_none(String text) {
    assertThat(CellText.number(text)).isNaN();
  }

  @Test
  void a_year_has_one_to_four_digits_and_no_zero_in_front() {
    assertThat(CellText.year("2017")).isEqualTo(2017);
    assertThat(CellText.year("0")).isZero();
    for (String text : new String[] {"", "02017", "017", "20170", "-1", "20x7", "٢٠١٧"}) {
      assertThat(CellText.year(text)).as(text).isNull();
    }
  }

  @Test
  void a_year_among_numbers_is_one_as_pandas_and_r_write_it() {
    assertThat(CellText.year("2018.0")).isEqualTo(2018);
    assertThat(CellText.year("2e+03")).isEqualTo(2000);
    assertThat(CellText.year("0.0")).isZero();
    for (String text : new String[] {"2018.5", "02018.0", "2018.", "1e5", "99999.0", "-2018.0"}) {
      assertThat(CellText.year(text)).as(text).isNull();
    }
  }

  @Test
  void decimals_are_plain_and_rounded_half_up() {
    assertThat(PlainDecimals.rounded(0.12345678, 6)).isEqualTo("0.123457");
    assertThat(PlainDecimals.rounded(-2.5, 0)).isEqualTo("-3");
    assertThat(PlainDecimals.rounded(1234.5, 3)).isEqualTo("1234.5");
    assertThat(PlainDecimals.rounded(-1e-9, 6)).isEqualTo("0");
    assertThat(PlainDecimals.rounded(1e15 + 0.5, 3)).isEqualTo("1000000000000000.5");
    assertThat(PlainDecimals.exact(1e-7)).isEqualTo("0.0000001");
    assertThat(PlainDecimals.exact(1e21)).isEqualTo("1000000000000000000000");
    assertThat(PlainDecimals.exact(-0.0)).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0", "-0.0", "-0.00", "-0e5", "-1e-999"})
  void nothing_has_no_sign(String text) {
    assertThat(Double.doubleToRawLongBits(CellText.number(text))).isZero();
  }
}
