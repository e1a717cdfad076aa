package io.bosett.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.analyses.AnalysisRequest;
import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.SubmissionDocument;
import io.bosett.documents.sweep.Axis;
import io.bosett.documents.sweep.SweepDocument;
import io.bosett.documents.sweep.SweepFormat;
import io.bosett.documents.sweep.SweepReading;
import io.bosett.documents.sweep.SweepRequest;
import io.bosett.generate.RandomProblems;
import io.bosett.model.Problem;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Order of members and layout carry no meaning in sweeps and in what is asked for over HTTP. */
class RewrittenRequestsTest {
  private static final String SWEEP =
      """
      {"name": "all kinds of axes \u00f8 \ud83d\ude00", "scenario": %s,
       "grid": [
         {"name": "minimum", "at": "/places/minimum", "values": [8, 10, 1200]},
         {"name": "share", "at": "/minors/maximumShare", "from": 0.1, "to": 0.5, "step": 0.1},
         {"name": "cap", "cases": {"b": {"places": {"maximum": null}}, "a": {}, "2": {"year": 2019},
           "1": {"demand": {"minors": 20, "persons": 4400}}}}],
       "draws": {"count": 100, "seed": 2018, "method": "sobol", "axes": [
         {"name": "weight", "at": ["/criteria/a/weight"], "between": [0.1, 0.4]},
         {"name": "demand", "at": "/demand/persons", "triangular": [4000, 4400, 5400]},
         {"name": "quota", "at": "/demand/minors", "of": "demand", "times": 0.0477},
         {"name": "population", "figure": {"indicator": "population", "year": 2017},
          "normal": {"relative": 0.02}}]},
       "against": {"second": "requested:2018", "first": "requested:2017"},
       "keep": ["totals", "fits", "selected"]}
      """;

  private static final List<String> ANALYSES =
      List.of(
          "{\"kind\":\"stability\",\"allocation\":\"a-1\",\"losses\":[0.001,0.05],\"ranges\":true}",
          "{\"kind\":\"weights\",\"scenario\":{\"scenarioId\":\"s-1\",\"changes\":{\"year\":2019,"
              + "\"fit\":null}},\"criterion\":\"employment\",\"municipality\":\"0301\"}",
          "{\"kind\":\"queue\",\"allocation\":\"a-1\",\"municipality\":\"0301\"}",
          "{\"kind\":\"whyNot\",\"allocation\":\"a-1\",\"municipality\":\"0301\",\"upTo\":50,"
              + "\"weak\":false}");

  static LongStream seeds() {
    return RewrittenDocumentsTest.seeds();
  }

  private static String scenario(long seed) {
    Problem drawn = RandomProblems.tiny(seed);
    return ScenarioFormat.json(drawn.scenario(), drawn.dataset());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_sweep_has_the_same_axes_in_the_same_order_and_the_same_hashes(long seed) {
    String given = SWEEP.formatted("\"letter.json\"");
    String rewritten = Rewriting.of(given, seed);
    SweepReading before = SweepFormat.read(given.getBytes(UTF_8));
    SweepReading after = SweepFormat.read(rewritten.getBytes(UTF_8));
    assertThat(before.violations()).isEmpty();
    assertThat(after.violations()).as("seed %d: %s", seed, rewritten).isEmpty();
    assertThat(after.hash()).as("seed %d", seed).isEqualTo(before.hash());
    assertThat(after.seriesHash()).as("seed %d", seed).isEqualTo(before.seriesHash());
    assertThat(plain(after.sweep())).as("seed %d", seed).isEqualTo(plain(before.sweep()));
  }

  /** All that a sweep says, numbers by their value. */
  private static String plain(SweepDocument sweep) {
    StringBuilder all = new StringBuilder();
    all.append(sweep.name()).append(sweep.scenario()).append(sweep.against()).append(sweep.keep());
    sweep.axes().map(Axis::name).forEach(all::append);
    sweep
        .axes()
        .map(Axis::values)
        .filter(Axis.Cases.class::isInstance)
        .map(Axis.Cases.class::cast)
        .forEach(cases -> all.append(cases.patches().keySet()));
    if (sweep.draws() != null) {
      all.append(sweep.draws().count()).append(sweep.draws().seed()).append(sweep.draws().method());
    }
    return all.toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_sweep_over_http_is_the_same_sweep_of_the_same_scenario(long seed) {
    String given = SWEEP.formatted(scenario(seed));
    String rewritten = Rewriting.of(given, seed);
    SweepRequest before = SweepRequest.read(given.getBytes(UTF_8));
    SweepRequest after = SweepRequest.read(rewritten.getBytes(UTF_8));
    assertThat(after.violations()).as("seed %d: %s", seed, rewritten).isEmpty();
    assertThat(SweepFormat.read(after.document()).hash())
        .as("seed %d", seed)
        .isNotEmpty()
        .isEqualTo(SweepFormat.read(before.document()).hash());
    assertThat(said(after.scenario())).as("seed %d", seed).isEqualTo(said(before.scenario()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_request_for_an_analysis_is_the_same(long seed) {
    String ofScenario = "{\"kind\":\"queue\",\"scenario\":" + scenario(seed) + "}";
    same(ofScenario, seed);
    for (String given : ANALYSES) {
      same(given, seed);
    }
  }

  private static void same(String given, long seed) {
    String rewritten = Rewriting.of(given, seed);
    AnalysisRequest before = AnalysisRequest.read(given.getBytes(UTF_8));
    AnalysisRequest after = AnalysisRequest.read(rewritten.getBytes(UTF_8));
    assertThat(after.violations()).as("seed %d: %s", seed, rewritten).isEmpty();
    assertThat(after.kind()).isNotNull().isEqualTo(before.kind());
    assertThat(after.allocation()).as("seed %d", seed).isEqualTo(before.allocation());
    assertThat(AnalysisRequest.optionsJson(after.options()))
        .as("seed %d", seed)
        .isEqualTo(AnalysisRequest.optionsJson(before.options()));
    assertThat(said(after.scenario())).as("seed %d", seed).isEqualTo(said(before.scenario()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_preview_of_an_allocation_with_changes_is_the_same(long seed) {
    String given =
        "{\"allocationId\":\"a-1\",\"changes\":{\"year\":2019,\"places\":{\"maximum\":400,"
            + "\"minimum\":2},\"name\":\"b\u00f8\"}}";
    String rewritten = Rewriting.of(given, seed);
    byte[] kept = scenario(seed).getBytes(UTF_8);
    assertThat(changed(kept, rewritten))
        .as("seed %d: %s", seed, rewritten)
        .isEqualTo(changed(kept, given));
  }

  private static String changed(byte[] kept, String preview) {
    var read =
        (SubmissionDocument.FromAllocation) SubmissionDocument.readPreview(preview.getBytes(UTF_8));
    return read.allocationId() + " " + read.applied(kept).document().hash();
  }

  /** A scenario by its hash; a kept one by its id and the scenario that its changes make. */
  private static String said(SubmissionDocument scenario) {
    if (scenario instanceof SubmissionDocument.Whole whole) {
      byte[] utf8 = JsonWriter.bytes(out -> JsonTree.write(out, whole.document().value()));
      return ScenarioFormat.read(utf8).document().hash();
    }
    if (scenario instanceof SubmissionDocument.FromKept kept) {
      return kept.scenarioId() + " " + kept.applied("{}".getBytes(UTF_8)).document().hash();
    }
    return "none";
  }
}
