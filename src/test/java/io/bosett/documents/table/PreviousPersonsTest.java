package io.bosett.documents.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.Problem;
import org.junit.jupiter.api.Test;

class PreviousPersonsTest {
  private static Problem problem(String rest) {
    ScenarioReading reading =
        ScenarioFormat.read(
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
    PreviousPersons previousPersons =
        PreviousPersons.of(
            problem(
                "\"previous\": {\"allocation\": {\"A\": 7}, \"costPerSwitch\": 1}, " + FIGURES));
    assertThat(previousPersons.source()).isEqualTo("previous");
    assertThat(previousPersons.of("A")).isEqualTo(7);
    assertThat(previousPersons.of("B")).isZero();
  }

  @Test
  void else_the_settled_of_the_year_before_and_what_is_suppressed_or_missing_is_not_known() {
    PreviousPersons previousPersons = PreviousPersons.of(problem(FIGURES));
    assertThat(previousPersons.source()).isEqualTo("settled 2017");
    assertThat(previousPersons.of("A")).isEqualTo(32);
    assertThat(previousPersons.of("B")).isNull();
    assertThat(previousPersons.of("C")).isZero();
    assertThat(previousPersons.of("D")).isNull();
    assertThat(previousPersons.of("X")).isNull();
  }

  @Test
  void figures_without_that_year_say_nothing() {
    assertThat(PreviousPersons.of(problem(FIGURES.replace("2017", "2015")))).isNull();
  }
}
