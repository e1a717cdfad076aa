package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken document gets its own errors at the right places; see {@link BrokenCases}. */
class BrokenScenariosTest {
  private static final String SOUND =
      """
      {
        "name": "sound",
        "year": 2018,
        "demand": {"persons": 100, "minors": 10},
        "criteria": [{"id": "size", "weight": 1, "base": {"indicator": "population", "year": 2017}}],
        "municipalities": [
          {"id": "A", "county": "1", "indicators": {"population": {"2017": 60}}},
          {"id": "B", "indicators": {"population": {"2017": 40}, "settled": {"2016": "s", "2017": null}}}
        ]
      }
      """;

  static List<BrokenCases.Case> cases() {
    return BrokenCases.read("scenarios.txt");
  }

  private static byte[] document(BrokenCases.Case broken) {
    String bytes = SOUND;
    for (BrokenCases.Edit edit : broken.edits()) {
      bytes = edit.apply(bytes);
    }
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void the_document_they_start_from_is_sound() {
    assertThat(ScenarioFormat.read(SOUND).violations()).isEmpty();
    assertThat(Schemas.errors(SOUND)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_fault_is_reported_at_its_place(BrokenCases.Case broken) {
    assertThat(ScenarioFormat.read(document(broken)).violations())
        .extracting(Violation::toString)
        .containsExactlyElementsOf(broken.faults())
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_schema_refuses_what_it_can_see(BrokenCases.Case broken) {
    boolean refused = !Schemas.accepts(new String(document(broken), StandardCharsets.UTF_8));
    assertThat(refused).isNotEqualTo(broken.beyondSchema());
  }
}
