package io.bosett.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and ids of any kind that nobody can tell apart are errors at their places. */
class LookAlikeNamesTest {
  private static final String CRITERION =
      "{\"id\": \"%s\", \"weight\": 1, \"base\": {\"indicator\": \"p\", \"year\": 2017}}";

  private static List<String> pointers(List<Violation> violations) {
    return violations.stream()
        .filter(one -> one.detail().contains("looks like another"))
        .map(Violation::pointer)
        .toList();
  }

  private static List<String> inDataset(String json) {
    try {
      DatasetDocument.read(json.getBytes(UTF_8));
      return List.of();
    } catch (InvalidInputException e) {
      return pointers(e.violations());
    }
  }

  private static String dataset(String counties, String indicators, String municipalities) {
    return "{\"id\": \"a\", \"title\": \"t\", \"counties\": {"
        + counties
        + "}, \"indicators\": ["
        + indicators
        + "], \"municipalities\": ["
        + municipalities
        + "]}";
  }

  private static String indicator(String id) {
    return "{\"id\": \""
        + id
        + "\", \"unit\": \"\", \"source\": \"\", \"licence\": \"\", \"description\": \"\"}";
  }

  /** An invisible character, a hard space, a soft hyphen, a full-width letter, another hyphen. */
  @ParameterizedTest
  @ValueSource(strings = {"Øst\u200Bfold", "Øst\u00ADfold", "Ø\uFF53tfold", "\u2060Østfold"})
  void counties_and_indicators_of_a_dataset(String twin) {
    String one = "{\"id\": \"A\", \"indicators\": {}}";
    assertThat(inDataset(dataset("\"1\": \"Østfold\", \"2\": \"" + twin + "\"", "", one)))
        .containsExactly("/counties/2");
    assertThat(inDataset(dataset("\"Østfold\": \"a\", \"" + twin + "\": \"b\"", "", one)))
        .containsExactly("/counties/" + twin);
    assertThat(inDataset(dataset("", indicator("Østfold") + "," + indicator(twin), one)))
        .containsExactly("/indicators/1/id");
    String two =
        "{\"id\": \"A\", \"county\": \"Østfold\", \"indicators\": {}},"
            + "{\"id\": \"B\", \"county\": \""
            + twin
            + "\", \"indicators\": {}},"
            + "{\"id\": \"C\", \"county\": \"Østfold\", \"indicators\": {}}";
    assertThat(inDataset(dataset("", "", two))).containsExactly("/municipalities/1/county");
  }

  @Test
  void regions_criteria_and_indicators_of_a_scenario() {
    String twin = "p\u200B";
    String json =
        "{\"year\": 2018, \"demand\": {\"persons\": 3}, \"criteria\": ["
            + CRITERION.formatted("p")
            + ","
            + CRITERION.formatted(twin)
            + "], \"regions\": [{\"name\": \"North\", \"county\": \"1\"},"
            + "{\"name\": \"No\u00ADrth\", \"county\": \"1\"}, {\"county\": \"1\"}],"
            + "\"municipalities\": [{\"id\": \"A\", \"county\": \"1\", \"indicators\":"
            + "{\"p\": {\"2017\": 1}, \""
            + twin
            + "\": {\"2017\": 1}}}, {\"id\": \"B\", \"county\": \"1\u200B\","
            + "\"indicators\": {\""
            + twin
            + "\": {\"2017\": 1}}}]}";
    assertThat(pointers(ScenarioFormat.read(json).violations()))
        .containsExactlyInAnyOrder(
            "/criteria/1/id",
            "/regions/1/name",
            "/municipalities/0/indicators/" + twin,
            "/municipalities/1/county");
  }

  @Test
  void counties_of_a_table(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("dataset.json"), "{\"id\": \"a\", \"title\": \"t\", \"indicators\": []}");
    Files.writeString(
        folder.resolve("municipalities.csv"), "id,name,county\nA,Aa,Øst\nB,Bo,Øst\u200B\n");
    Files.writeString(folder.resolve("indicators.csv"), "municipality,indicator,year,value,flag\n");
    try {
      DatasetFolder.read(folder);
      throw new AssertionError("was read");
    } catch (InvalidFilesException e) {
      assertThat(e.faults()).singleElement().asString().contains("municipalities.csv:3:6");
    }
  }

  @Test
  void ids_that_an_address_cannot_carry_are_refused_for_counties_and_indicators_too() {
    for (String id : List.of("a/b", "a%b", "a\\\\b", "..", ".", "a\\u0000")) {
      String municipality = "{\"id\": \"A\", \"county\": \"" + id + "\", \"indicators\": {}}";
      for (String json :
          List.of(
              dataset("\"" + id + "\": \"x\"", "", "{\"id\": \"A\", \"indicators\": {}}"),
              dataset("", indicator(id), "{\"id\": \"A\", \"indicators\": {}}"),
              dataset("", "", municipality))) {
        try {
          DatasetDocument.read(json.getBytes(UTF_8));
          throw new AssertionError("was read: " + json);
        } catch (InvalidInputException e) {
          assertThat(e.violations()).as(json).hasSize(1);
        }
      }
    }
  }
}
