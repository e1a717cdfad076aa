package io.bosett.documents.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.scenario.SubmissionDocument.FromKept;
import io.bosett.documents.scenario.SubmissionDocument.Whole;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import org.junit.jupiter.api.Test;

class SubmissionDocumentTest {
  private static SubmissionDocument read(String json) {
    return SubmissionDocument.read(json.getBytes(UTF_8));
  }

  private static InvalidInputException refused(String json) {
    return catchThrowableOfType(InvalidInputException.class, () -> read(json));
  }

  @Test
  void a_scenario_is_handed_on_as_it_was_sent() {
    String scenario = " {\"year\": 2018, \"wrong\": 1, \"year\": 2}\n";
    assertThat(((Whole) read(scenario)).document().utf8()).isEqualTo(scenario.getBytes(UTF_8));
    assertThat(((Whole) read("[]")).document().utf8()).isEqualTo("[]".getBytes(UTF_8));
  }

  @Test
  void a_kept_scenario_is_named_with_or_without_changes() {
    FromKept bare = (FromKept) read("{\"scenarioId\": \"7f_-\"}");
    assertThat(bare.scenarioId()).isEqualTo("7f_-");
    assertThat(bare.changes()).isNull();
    FromKept changed =
        (FromKept) read("{\"changes\": {\"a\": 1.50, \"b\": null}, \"scenarioId\": \"7\"}");
    JsonValue changes = changed.changes();
    assertThat(JsonWriter.text(out -> JsonTree.write(out, changes)))
        .isEqualTo("{\"a\":1.50,\"b\":null}");
  }

  @Test
  void every_fault_is_reported_with_its_place_in_the_body() {
    assertThat(
            refused(
                    "{\"scenarioId\": 5, \"demand\": {}, \"changes\": {\"a\": {\"b\": 1, \"b\": 2},"
                        + " \"c\": \"\\u0000\"}}")
                .violations())
        .extracting(Violation::pointer)
        .containsExactly("/scenarioId", "/demand", "/changes/a/b", "/changes/c");
    assertThat(refused("{\"changes\": {}}")).hasMessage("/scenarioId is missing; allowed: a text");
    assertThat(refused("{\"scenarioId\": \"1\", \"changes\": null}"))
        .hasMessage("/changes is null, not an object; allowed: an object");
    assertThat(refused("{\"scenarioId\": \"1\"")).hasMessageContaining("is not JSON");
  }

  /** As if the changed document had been written and read again. */
  @Test
  void faults_of_a_changed_scenario_stand_in_the_order_of_the_whole() {
    byte[] kept = "{\"year\": 1,\n \"name\": 5,\n \"demand\": {\"persons\": 1}}".getBytes(UTF_8);
    FromKept changed =
        (FromKept)
            read(
                "{\"scenarioId\": \"7\", \"changes\": {\"demand\": {\"minors\": -1}, \"year\":"
                    + " true}}");
    ScenarioReading reading = changed.applied(kept).reading();
    String written = "{\"year\":true,\"name\":5,\"demand\":{\"persons\":1,\"minors\":-1}}";
    assertThat(reading.violations()).isEqualTo(ScenarioFormat.read(written).violations());
    assertThat(reading.violations()).extracting(Violation::pointer).contains("/year", "/name");
  }
}
