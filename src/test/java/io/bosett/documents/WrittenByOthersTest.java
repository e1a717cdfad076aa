package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.LookAlikes;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario documents as R, pandas, PHP, Windows and editors write them. */
final class WrittenByOthersTest {
  private static final String DOCUMENT =
      """
      {"$schema": "http://localhost/v1/schemas/scenario", "year": %YEAR%,
       "demand": {"persons": %PERSONS%},
       "criteria": [{"id": "p", "weight": 1, "base": {"indicator": "population", "year": %YEAR%}}],
       "municipalities": [
         {"id": "%ID%", "name": "%NAME%", "indicators": {"population": {"2017": 10}}},
         {"id": "Ås", "name": "Ås", "indicators": {"population": {"2017": 10}}}]}
      """;

  private static ScenarioReading read(String persons, String year, String id, String name) {
    return ScenarioFormat.read(
        DOCUMENT
            .replace("%PERSONS%", persons)
            .replace("%YEAR%", year)
            .replace("%ID%", id)
            .replace("%NAME%", name));
  }

  private static List<String> faults(String persons, String id, String name) {
    return read(persons, "2017", id, name).violations().stream().map(Violation::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100000", "1e5", "1E+05", "1e+05", "100000.0", "100000.000", "10.0e4"})
  void a_number_with_a_whole_value_is_whole_however_it_is_written(String persons) {
    ScenarioReading reading = read(persons, "2.017e3", "A", "a");
    assertThat(reading.violations()).isEmpty();
    assertThat(reading.scenario().demand().persons()).isEqualTo(100_000);
    assertThat(reading.scenario().year()).isEqualTo(2017);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4400.5", "1e-1", "1e999999999", "1e400", "99999999999999999999.0"})
  void what_has_no_whole_value_or_a_huge_one_is_refused(String persons) {
    assertThat(faults(persons, "A", "a")).hasSize(1).first().asString().contains("/demand/persons");
  }

  @Test
  void a_byte_order_mark_is_left_aside() {
    byte[] document =
        ("\uFEFF"
                + DOCUMENT.replace("%PERSONS%", "1").replace("%YEAR%", "2017").replace("%ID%", "A"))
            .getBytes(StandardCharsets.UTF_8);
    assertThat(ScenarioFormat.read(document).violations()).isEmpty();
    assertThat(ScenarioFormat.read("\uFEFF").violations()).hasSize(1);
    assertThat(ScenarioFormat.read("\uFEFF\uFEFF{}").violations()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a%b", "a\\\\b", ".", "..", "/", "A\u030As"})
  void an_id_that_an_address_cannot_carry_or_not_in_form_c_is_refused(String id) {
    assertThat(faults("100", id, "a")).anyMatch(fault -> fault.startsWith("/municipalities/0/id"));
  }

  @Test
  void the_length_of_an_id_counts_characters_as_the_schema_does() {
    assertThat(faults("100", "\uD83D\uDE00".repeat(100), "a")).isEmpty();
    assertThat(faults("100", "\uD83D\uDE00".repeat(101), "a"))
        .anyMatch(fault -> fault.contains("101 characters long"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a?b", "a#b", "A B", "...", "Bodø", "0301", "Ås-2"})
  void other_ids_are_taken(String id) {
    assertThat(faults("100", id, "a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ås\u200B", "\uFEFFÅs", "Å\u00ADs", "Å\uFF53", "Å\u034Fs", "Ås\uFE0F"})
  void two_ids_or_names_that_look_the_same_are_refused(String twin) {
    assertThat(faults("100", twin, "a")).anyMatch(fault -> fault.contains("looks like another"));
    assertThat(faults("100", "A", twin))
        .anyMatch(fault -> fault.startsWith("/municipalities/1/name"));
  }

  /** Each breaks a letter from its mark, or stands where nothing is seen. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        0xAD, 0x34F, 0x61C, 0x115F, 0x17B4, 0x180B, 0x180D, 0x180E, 0x180F, 0x200D, 0x2060, 0x2065,
        0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFF8, 0x1D173, 0xE0000, 0xE0001, 0xE0080, 0xE0100,
        0xE0FFF
      })
  void a_character_that_is_not_shown_makes_no_other_name_wherever_it_stands(int unseen) {
    String c = Character.toString(unseen);
    for (String name : List.of(c + "Ås", "Å" + c + "s", "Ås" + c, "A" + c + "\u030As")) {
      LookAlikes names = new LookAlikes();
      assertThat(names.add("Ås")).isNull();
      assertThat(names.add(name)).contains("looks like another");
      assertThat(new LookAlikes().add(name)).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      chars = {' ', '\u00A0', '\u1680', '\u2007', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000'})
  void white_space_at_an_end_is_no_part_of_an_id_and_makes_no_other_name(char space) {
    for (String text : List.of("Ås" + space, space + "Ås")) {
      assertThat(faults("100", text, "b")).anyMatch(fault -> fault.contains("white space at an"));
      assertThat(faults("100", "A", text))
          .anyMatch(fault -> fault.startsWith("/municipalities/1/name"));
    }
    LookAlikes names = new LookAlikes();
    assertThat(names.add("Ås" + space)).isNull();
    assertThat(names.add("Ås")).contains("looks like another");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u0080', '\u0085', '\u009F'})
  void control_characters_of_either_set_are_refused_in_ids_and_names(char control) {
    String code = String.format("U+%04X", (int) control);
    assertThat(faults("100", "x" + control + "y", "b")).anyMatch(fault -> fault.contains(code));
    assertThat(faults("100", "A", "x" + control + "y")).anyMatch(fault -> fault.contains(code));
  }

  @Test
  void names_composed_and_decomposed_or_with_other_spaces_look_the_same() {
    assertThat(faults("100", "A", "A\u030As")).hasSize(1);
    assertThat(faults("100", "A", "Å s")).isEmpty();
    LookAlikes names = new LookAlikes();
    assertThat(names.add("Nes 2")).isNull();
    assertThat(names.add("Nes 2")).isNull();
    assertThat(names.add("Nes\u00A02")).contains("U+00A0");
    assertThat(names.add("Nes\u30002")).contains("looks like another");
    assertThat(names.add("NES 2")).isNull();
  }
}
