package io.bosett.documents.imports.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The year that a text names. */
final class PeriodTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"Endring 2016 2017", "Endring 2017 2016", "2017, 2017 og 2018", "Endring"})
  void a_text_with_several_years_or_none_has_no_period(String text) {
    assertThat(Period.in(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Personer 2017", "2017 Personer 2017", "2017"})
  void a_text_with_one_year_has_it_however_often_it_is_written(String text) {
    assertThat(Period.in(text)).isNotNull().extracting(Period::year).isEqualTo(2017);
  }
}
