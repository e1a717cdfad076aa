package io.bosett.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class CountPhrasesTest {
  @Test
  void numbers_never_depend_on_the_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(CountPhrases.count(1_234_567)).isEqualTo("1,234,567");
      assertThat(CountPhrases.count(-999)).isEqualTo("-999");
      assertThat(CountPhrases.count(-1000)).isEqualTo("-1,000");
      assertThat(CountPhrases.decimal(-1234.5678, 2)).isEqualTo("-1,234.57");
      assertThat(CountPhrases.decimal(-0.0001, 2)).isEqualTo("0.00");
      assertThat(CountPhrases.decimal(0.5, 0)).isEqualTo("1");
      assertThat(CountPhrases.plain(new BigDecimal("0.750"))).isEqualTo("0.75");
      assertThat(CountPhrases.plain(new BigDecimal("1E+2"))).isEqualTo("100");
      assertThat(CountPhrases.persons(1)).isEqualTo("1 person");
      assertThat(CountPhrases.of(-1000, "code is", "codes are")).isEqualTo("-1,000 codes are");
      assertThat(CountPhrases.form(0, "is", "are")).isEqualTo("are");
    } finally {
      Locale.setDefault(before);
    }
  }
}
