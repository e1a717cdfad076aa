package io.bosett.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.analysis.compare.Comparison;
import io.bosett.check.Verdict;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.dataset.DatasetSource;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.result.AnswerFile;
import io.bosett.documents.result.CertificateFile;
import io.bosett.documents.result.ResultJson;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.documents.scenario.SubmissionDocument;
import io.bosett.generate.RandomProblems;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Scenario;
import io.bosett.model.SolverSettings;
import io.bosett.service.ScenarioLoader;
import io.bosett.service.SolveUseCase;
import io.bosett.service.Verification;
import io.bosett.solve.SolveOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Order of members and layout carry no meaning in any document that is read. */
@Tag("slow")
class RewrittenDocumentsTest {
  private static final int FULL_COUNT = 2_000;
  private static final DatasetSource NO_DATASETS = new DatasetCatalog(null, null);

  static LongStream seeds() {
    double share = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));
    return LongStream.rangeClosed(1, Math.max(1, Math.round(FULL_COUNT * share)));
  }

  /** Criteria are named so that a program that orders names puts them in another order. */
  private static Problem problem(long seed) {
    Problem drawn = RandomProblems.tiny(seed);
    Scenario scenario = drawn.scenario();
    List<Criterion> criteria = new ArrayList<>();
    for (Criterion c : scenario.criteria()) {
      String id = Integer.toString(scenario.criteria().size() - criteria.size());
      criteria.add(new Criterion(id, c.weight(), c.base(), c.tilt()));
    }
    String json = ScenarioFormat.json(withCriteria(scenario, criteria), drawn.dataset());
    return load(json);
  }

  private static Scenario withCriteria(Scenario s, List<Criterion> criteria) {
    return new Scenario(
        s.name(),
        s.dataset(),
        s.year(),
        s.demand(),
        s.candidates(),
        s.selection(),
        s.places(),
        s.minors(),
        criteria,
        s.fit(),
        s.regions(),
        s.fixed(),
        s.previous(),
        s.solver());
  }

  private static Problem load(String json) {
    return ScenarioLoader.problem(json.getBytes(UTF_8), NO_DATASETS);
  }

  private static Result answer(Problem problem) {
    return SolveUseCase.answer(problem, SolverSettings.NONE, SolveOptions.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_scenario_means_the_same(long seed) {
    Problem problem = problem(seed);
    String given = ScenarioFormat.json(problem.scenario(), problem.dataset());
    String rewritten = Rewriting.of(given, seed);
    ScenarioReading reading = ScenarioFormat.read(rewritten);
    assertThat(reading.violations()).as("seed %d: %s", seed, rewritten).isEmpty();
    assertThat(reading.scenario()).as("seed %d", seed).isEqualTo(problem.scenario());
    assertThat(reading.document().hash()).as("seed %d", seed).isEqualTo(problem.scenarioHash());
    assertThat(reading.inline().contentHash()).as("seed %d", seed).isEqualTo(problem.datasetHash());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_result_is_checked_and_compared_as_before(long seed) {
    Problem problem = problem(seed);
    String given = ResultJson.write(answer(problem));
    Result before = ResultJson.read(given.getBytes(UTF_8));
    String rewritten = Rewriting.of(given, seed);
    Result read = AnswerFile.read(rewritten.getBytes(UTF_8)).result();
    Verdict verdict = Verification.of(problem, read).verdict();
    assertThat(verdict.findings()).as("seed %d: %s", seed, rewritten).isEmpty();
    assertThat(verdict).as("seed %d", seed).isEqualTo(Verification.of(problem, before).verdict());
    assertThat(compared(read, before)).as("seed %d", seed).isEqualTo(compared(before, before));
  }

  private static Comparison compared(Result left, Result right) {
    return Comparison.asReported(
        ComparedAllocation.of("left", left),
        left,
        ComparedAllocation.of("right", right),
        right,
        null);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_certificate_is_checked_as_before(long seed) {
    Problem problem = problem(seed);
    String given = CertificateFile.of(problem, answer(problem)).json();
    String rewritten = Rewriting.of(given, seed);
    CertificateFile read = CertificateFile.read(rewritten.getBytes(UTF_8));
    Verdict verdict = verdict(read);
    assertThat(verdict.findings()).as("seed %d: %s", seed, rewritten).isEmpty();
    assertThat(verdict)
        .as("seed %d", seed)
        .isEqualTo(verdict(CertificateFile.read(given.getBytes(UTF_8))));
    assertThat(read.document().hash()).as("seed %d", seed).isEqualTo(problem.scenarioHash());
  }

  private static Verdict verdict(CertificateFile certificate) {
    return Verification.of(certificate, NO_DATASETS).verdict();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_dataset_is_the_same(long seed) {
    Dataset dataset = RandomProblems.tiny(seed).dataset();
    String written = new String(DatasetDocument.write(dataset), UTF_8);
    String given =
        dataset.id().isEmpty()
            ? written.replaceFirst("\\{", "{\"id\":\"tiny\",\"title\":\"\",")
            : written;
    String rewritten = Rewriting.of(given, seed);
    Dataset read = DatasetDocument.read(rewritten.getBytes(UTF_8));
    assertThat(read.contentHash()).as("seed %d", seed).isEqualTo(dataset.contentHash());
    assertThat(new String(DatasetDocument.write(read), UTF_8)).as("seed %d", seed).isEqualTo(given);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void changes_to_a_kept_scenario_are_the_same(long seed) {
    Problem problem = problem(seed);
    byte[] kept = ScenarioFormat.json(problem.scenario(), problem.dataset()).getBytes(UTF_8);
    String given =
        "{\"scenarioId\":\"s-1\",\"changes\":{\"name\":\"b\u00f8 \ud83d\ude00\",\"fit\":null,"
            + "\"places\":{\"minimum\":2,\"maximum\":400},\"year\":2019}}";
    String rewritten = Rewriting.of(given, seed);
    assertThat(changed(kept, rewritten))
        .as("seed %d: %s", seed, rewritten)
        .isEqualTo(changed(kept, given));
  }

  private static String changed(byte[] kept, String submission) {
    var read = (SubmissionDocument.FromKept) SubmissionDocument.read(submission.getBytes(UTF_8));
    return read.scenarioId() + " " + read.applied(kept).document().hash();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void documents_one_after_the_other_are_told_apart(long seed) {
    String first = Rewriting.of("{\"a\": [1, {\"b\": \"}{\"}], \"c\": 4400}", seed);
    String second = Rewriting.of("{\"c\": \"\\u00e5\", \"d\": {}}", seed + 1);
    String third = Rewriting.of("{}", seed + 2);
    List<byte[]> split = JsonDocuments.split((first + second + third).getBytes(UTF_8));
    assertThat(split.stream().map(document -> new String(document, UTF_8)))
        .as("seed %d", seed)
        .containsExactly(bare(first), bare(second), bare(third));
  }

  private static String bare(String document) {
    return document.replace("\uFEFF", "").strip();
  }

  @Test
  void the_description_of_a_dataset_s_folder_is_the_same(@TempDir Path folder) throws IOException {
    Path norway = Path.of("models", "norway-2018");
    Dataset given = DatasetFolder.read(norway);
    for (String table :
        List.of(
            "municipalities.csv",
            "indicators.csv",
            "tiles.csv",
            "languages.csv",
            "names.csv",
            "changes.csv")) {
      Files.copy(norway.resolve(table), folder.resolve(table));
    }
    String description = Files.readString(norway.resolve("dataset.json"));
    for (long seed = 1; seed <= 5; seed++) {
      Files.writeString(folder.resolve("dataset.json"), Rewriting.of(description, seed));
      assertThat(DatasetDocument.write(DatasetFolder.read(folder)))
          .as("seed %d", seed)
          .isEqualTo(DatasetDocument.write(given));
    }
  }

  @Test
  void results_with_every_field_survive_every_form() {
    for (Result result : List.of(SampleResults.optimal(), SampleResults.infeasible())) {
      Result ordered = sorted(result);
      for (long seed = 1; seed <= 50; seed++) {
        String rewritten = Rewriting.of(ResultJson.write(result), seed);
        Result read = ResultJson.read(rewritten.getBytes(UTF_8));
        assertThat(sorted(read)).as("seed %d: %s", seed, rewritten).isEqualTo(ordered);
      }
    }
  }

  private static Result sorted(Result result) {
    String json = ResultJson.write(result);
    return result.fit() == null ? result : ResultJson.read(inOrder(json).getBytes(UTF_8));
  }

  private static String inOrder(String json) {
    return json.replaceFirst(
        "\"criteria\":\\{(\"z\":[^,}]*),(\"a\":[^,}]*)\\}", "\"criteria\":{$2,$1}");
  }
}
