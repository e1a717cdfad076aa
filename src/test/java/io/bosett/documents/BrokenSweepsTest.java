package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.sweep.SweepFormat;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import io.bosett.service.ScenarioLoader;
import io.bosett.sweep.plan.ScenarioSource;
import io.bosett.sweep.plan.SweepPlanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken sweep gets its own errors at the right places; see {@link BrokenCases}. */
class BrokenSweepsTest {
  private static final Path LETTER = Path.of("models", "norway-2018", "letter.json");

  private static final String SOUND =
      """
      {
        "name": "sound",
        "scenario": "letter.json",
        "grid": [
          {"name": "minimum", "at": "/places/minimum", "values": [8, 10, 12]},
          {"name": "cap", "cases": {"as written": {}, "without last year": {"places": {"maximumShareOf": null}}}}
        ],
        "draws": {
          "count": 100, "seed": 2018, "method": "sobol",
          "axes": [
            {"name": "employment", "at": "/criteria/employment/weight", "between": [0.1, 0.4]},
            {"name": "demand", "at": "/demand/persons", "triangular": [4000, 4400, 5400]},
            {"name": "quota", "at": "/demand/minors", "of": "demand", "times": 0.0477},
            {"name": "population", "figure": {"indicator": "population", "year": 2017}, "normal": {"relative": 0.02}}
          ]
        },
        "against": {"asked": "requested:2018"},
        "keep": ["totals", "fits", "selected"]
      }
      """;

  static List<BrokenCases.Case> cases() {
    return BrokenCases.read("sweeps.txt");
  }

  private static byte[] document(BrokenCases.Case broken) {
    String bytes = SOUND;
    for (BrokenCases.Edit edit : broken.edits()) {
      bytes = edit.apply(bytes);
    }
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<Violation> violations(byte[] sweep) throws IOException {
    DatasetCatalog datasets = DatasetCatalog.shipped();
    ScenarioSource source =
        parsed ->
            ScenarioLoader.compiled(
                ScenarioFormat.read(parsed), datasets, (scenario, dataset) -> List.of());
    try {
      SweepPlanner.plan(SweepFormat.read(sweep), Files.readAllBytes(LETTER), source);
      return List.of();
    } catch (InvalidInputException e) {
      return e.violations();
    }
  }

  @Test
  void the_document_they_start_from_is_sound() throws IOException {
    assertThat(violations(SOUND.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(Schemas.SWEEP.against(SOUND)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_fault_is_reported_at_its_place(BrokenCases.Case broken) throws IOException {
    assertThat(violations(document(broken)))
        .extracting(Violation::toString)
        .containsExactlyElementsOf(broken.faults())
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_schema_refuses_what_it_can_see(BrokenCases.Case broken) {
    String text = new String(document(broken), StandardCharsets.UTF_8);
    assertThat(!Schemas.SWEEP.takes(text)).isNotEqualTo(broken.beyondSchema());
  }
}
