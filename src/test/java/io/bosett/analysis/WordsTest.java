package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class WordsTest {
  @Test
  void numbers_never_depend_on_the_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Words.count(1_234_567)).isEqualTo("1,234,567");
      assertThat(Words.count(-999)).isEqualTo("-999");
      assertThat(Words.count(-1000)).isEqualTo("-1,000");
      assertThat(Words.decimal(-1234.5678, 2)).isEqualTo("-1,234.57");
      assertThat(Words.decimal(-0.0001, 2)).isEqualTo("0.00");
      assertThat(Words.decimal(0.5, 0)).isEqualTo("1");
      assertThat(Words.plain(new BigDecimal("0.750"))).isEqualTo("0.75");
      assertThat(Words.plain(new BigDecimal("1E+2"))).isEqualTo("100");
      assertThat(Words.change(1)).isEqualTo("+0.000001");
      assertThat(Words.persons(1)).isEqualTo("1 person");
    } finally {
      Locale.setDefault(before);
    }
  }
}
