package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.Selection;
import io.bosett.model.Violation;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Documents at and beyond the sizes that are allowed. */
class ScenarioLimitsTest {
  private static ScenarioReading read(String criteria, String rest) {
    return ScenarioFormat.read(
        "{\"dataset\": \"d\", \"year\": 2018, \"demand\": {\"persons\": 5}, \"criteria\": ["
            + criteria
            + "]"
            + rest
            + "}");
  }

  private static String criteria(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "{\"id\": \"c"
                    + i
                    + "\", \"weight\": 1,"
                    + " \"base\": {\"indicator\": \"p\", \"year\": 2017}}")
        .collect(Collectors.joining(","));
  }

  private static String regions(int count) {
    return ", \"regions\": [" + "{\"county\": \"1\"},".repeat(count - 1) + "{\"county\": \"1\"}]";
  }

  @Test
  void fifty_criteria_and_a_thousand_regions_are_allowed() {
    assertThat(read(criteria(50), regions(1_000)).violations()).isEmpty();
  }

  @Test
  void more_are_refused() {
    assertThat(read(criteria(51), regions(1_001)).violations())
        .extracting(Violation::toString)
        .containsExactly(
            "/criteria has 51 entries; allowed: at most 50",
            "/regions has 1001 entries; allowed: at most 1000");
  }

  @Test
  void more_than_two_million_municipalities_are_refused() {
    String list = "0,".repeat(2_000_000) + "0";
    ScenarioReading reading =
        ScenarioFormat.read(
            "{\"year\": 2018, \"demand\": {\"persons\": 5}, \"criteria\": ["
                + criteria(1)
                + "], \"municipalities\": ["
                + list
                + "]}");
    assertThat(reading.violations().get(0).toString())
        .isEqualTo("/municipalities has 2000001 entries; allowed: at most 2000000");
    assertThat(reading.violations()).hasSize(101);
    assertThat(reading.violations().get(100).detail()).endsWith("more faults, not listed");
  }

  @Test
  void a_name_of_a_thousand_characters_is_allowed_and_one_more_refused() {
    String name = "å".repeat(1_000);
    assertThat(read(criteria(1), ", \"name\": \"" + name + "\"").violations()).isEmpty();
    assertThat(read(criteria(1), ", \"name\": \"" + name + "x\"").violations())
        .extracting(Violation::toString)
        .containsExactly(
            "/name is 1001 characters long, more than 1000;"
                + " allowed: a text of at most 1000 characters");
  }

  @Test
  void a_zero_character_is_refused_in_names_of_fields_that_are_ids_too() {
    String zero = "\\u0000";
    String rest =
        ", \"previous\": {\"allocation\": {\"a"
            + zero
            + "\": 1}}, \"municipalities\": ["
            + "{\"id\": \"A\", \"indicators\": {\""
            + zero
            + "p\": {\"2017"
            + zero
            + "\": 1}}},"
            + "{\"id\": \"B\", \"indicators\": {\"p\": {\"2017"
            + zero
            + "\": 1}}}]";
    assertThat(read(criteria(1), rest).violations())
        .extracting(Violation::pointer)
        .containsExactly(
            "/previous/allocation/a\0",
            "/municipalities",
            "/municipalities/0/indicators/\0p",
            "/municipalities/1/indicators/p/2017\0");
  }

  @Test
  void a_share_is_the_shortest_decimal_of_the_nearest_double() {
    assertThat(share("0.12345678901234567890123456789012345678901"))
        .isEqualTo("0.12345678901234568");
    assertThat(share("0.579999999999999999999")).isEqualTo("0.58");
    assertThat(share("5.80e-1")).isEqualTo("0.58");
    assertThat(share("1.00000000000000000000001")).isEqualTo("1");
    assertThat(share("1e-1000000")).isEqualTo("0");
  }

  private static String share(String written) {
    ScenarioReading reading = read(criteria(1), ", \"selection\": {\"share\": " + written + "}");
    assertThat(reading.violations()).isEmpty();
    return ((Selection.Share) reading.scenario().selection()).share().toPlainString();
  }

  @Test
  void a_faulty_part_leaves_the_places_of_the_others_as_they_are() {
    String regions = ", \"regions\": [null, {\"county\": \"1\"}]";
    ScenarioReading reading = read("7," + criteria(2), regions);
    assertThat(reading.scenario().criteria()).hasSize(3);
    assertThat(reading.scenario().criteria().get(2).id()).isEqualTo("c1");
    assertThat(reading.scenario().regions()).hasSize(2);
    assertThat(reading.scenario().regions().get(1).county()).isEqualTo("1");
    assertThat(reading.scenario().dataset()).isEqualTo("d");
    assertThat(reading.inline()).isNull();
  }
}
