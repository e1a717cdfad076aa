package io.bosett.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Problem;
import org.junit.jupiter.api.Test;

class LastYearTest {
  private static Problem problem(String rest) {
    ScenarioReading reading =
        ScenarioReader.read(
            "{\"year\": 2018, \"demand\": {\"persons\": 5}, \"criteria\": [{\"id\": \"c\","
                + " \"weight\": 1, \"base\": {\"indicator\": \"p\", \"year\": 2017}}], "
                + rest
                + "}");
    return new Problem(reading.orThrow(), reading.inline());
  }

  private static final String FIGURES =
      "\"municipalities\": [{\"id\": \"A\", \"indicators\": {\"settled\": {\"2017\": 31.5}}},"
          + " {\"id\": \"B\", \"indicators\": {\"settled\": {\"2017\": \"s\", \"2016\": 9}}},"
          + " {\"id\": \"C\", \"indicators\": {\"settled\": {\"2017\": 0}}},"
          + " {\"id\": \"D\", \"indicators\": {\"settled\": {\"2017\": -4}}}]";

  @Test
  void an_earlier_allocation_of_the_scenario_says_it_of_all() {
    LastYear lastYear =
        LastYear.of(
            problem(
                "\"previous\": {\"allocation\": {\"A\": 7}, \"costPerSwitch\": 1}, " + FIGURES));
    assertThat(lastYear.source()).isEqualTo("previous");
    assertThat(lastYear.of("A")).isEqualTo(7);
    assertThat(lastYear.of("B")).isZero();
  }

  @Test
  void else_the_settled_of_the_year_before_and_what_is_suppressed_or_missing_is_not_known() {
    LastYear lastYear = LastYear.of(problem(FIGURES));
    assertThat(lastYear.source()).isEqualTo("settled 2017");
    assertThat(lastYear.of("A")).isEqualTo(32);
    assertThat(lastYear.of("B")).isNull();
    assertThat(lastYear.of("C")).isZero();
    assertThat(lastYear.of("D")).isNull();
    assertThat(lastYear.of("X")).isNull();
  }

  @Test
  void figures_without_that_year_say_nothing() {
    assertThat(LastYear.of(problem(FIGURES.replace("2017", "2015")))).isNull();
  }
}
