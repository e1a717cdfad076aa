package io.bosett;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bosett.check.Checker;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.result.CertificateFile;
import io.bosett.documents.result.ResultJson;
import io.bosett.model.Conflict;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.Status;
import io.bosett.model.SolverSettings;
import io.bosett.service.ScenarioLoader;
import io.bosett.service.SolveUseCase;
import io.bosett.service.Solvers;
import io.bosett.service.Verification;
import io.bosett.solve.SolveOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every scenario in {@code models/} is a case: what is expected of it stands beside it in {@code
 * <name>.expected.json}. A new case is two new files and no Java.
 */
@Tag("slow")
final class ModelsTest {
  private static final Path MODELS = Path.of("models");
  private static final String EXPECTED = ".expected.json";
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(MODELS)) {
      return files.filter(ModelsTest::isScenario).sorted().toList();
    }
  }

  private static boolean isScenario(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json")
        && !name.endsWith(EXPECTED)
        && !file.startsWith(MODELS.resolve("sweeps"))
        && !name.equals("dataset.json")
        && !name.equals("provenance.json");
  }

  @Test
  void there_are_cases() throws IOException {
    assertThat(scenarios()).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void the_default_solver_certifies_what_is_expected(Path scenario) throws IOException {
    Problem problem = ScenarioLoader.problem(scenario, null);
    Result result = answer(problem, Solvers.DEFAULT);
    JsonNode expected = expected(scenario);
    assertThat(result.status().name()).isEqualTo(expected.get("status").asString());
    assertThat(result.proof()).isEqualTo(Result.Proof.CERTIFIED);
    assertThat(expected.get("proof").asString()).isEqualTo("CERTIFIED");
    assertThat(result.objective()).isEqualTo(objective(expected));
    if (result.status() == Status.INFEASIBLE) {
      assertThat(result.conflict().rules()).isNotEmpty();
    }
    if (expected.has("conflict")) {
      assertThat(result.conflict().complete()).isTrue();
      assertThat(result.conflict().rules())
          .extracting(Conflict.Rule::pointer)
          .containsExactlyElementsOf(texts(expected.get("conflict").get("rules")));
      assertThat(result.conflict().relaxations())
          .extracting(change -> change.pointer() + " " + change.to())
          .containsExactlyElementsOf(texts(expected.get("conflict").get("relaxations")));
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void what_is_written_reads_back_and_is_confirmed_again(Path scenario) throws IOException {
    Problem problem = ScenarioLoader.problem(scenario, null);
    Result result = answer(problem, Solvers.DEFAULT);
    Result read = ResultJson.read(bytes(ResultJson.write(result)));
    assertThat(ResultJson.write(read)).isEqualTo(ResultJson.write(result));
    assertThat(Checker.check(problem, read).findings()).isEmpty();
    CertificateFile document = CertificateFile.of(problem, result);
    CertificateFile back = CertificateFile.read(bytes(document.json()));
    assertThat(back.scenario()).isEqualTo(problem.scenario());
    assertThat(back.json()).isEqualTo(document.json());
    Verification verification = Verification.of(back, DatasetCatalog.shipped());
    assertThat(verification.verdict().findings()).isEmpty();
    assertThat(verification.verdict().certified()).isTrue();
  }

  static Stream<String> others() {
    return Solvers.NAMES.stream().filter(name -> !name.equals(Solvers.DEFAULT));
  }

  @ParameterizedTest
  @MethodSource("others")
  void every_other_solver_agrees_or_says_that_it_did_not_close_the_gap(String solver)
      throws IOException {
    for (Path scenario : scenarios()) {
      Result result = answer(ScenarioLoader.problem(scenario, null), solver);
      String which = solver + " on " + scenario + ": " + result.status();
      JsonNode expected = expected(scenario);
      if (result.status() == Status.OPTIMAL || result.status() == Status.INFEASIBLE) {
        assertThat(Solvers.named(solver).isExact()).as(which).isTrue();
        assertThat(result.status().name()).as(which).isEqualTo(expected.get("status").asString());
        assertThat(result.objective()).as(which).isEqualTo(objective(expected));
      } else {
        long best = objective(expected) == null ? Long.MIN_VALUE : objective(expected);
        assertThat(result.proof()).as(which).isNull();
        assertThat(result.objective() == null || result.objective() <= best).as(which).isTrue();
        assertThat(result.bound() == null || result.bound() >= best).as(which).isTrue();
      }
    }
  }

  private static Result answer(Problem problem, String solver) {
    SolverSettings preferences =
        new SolverSettings(solver, TIME_LIMIT.toMillis() / 1e3, null, null);
    return SolveUseCase.answer(problem, preferences, SolveOptions.DEFAULT);
  }

  private static JsonNode expected(Path scenario) throws IOException {
    String name = scenario.getFileName().toString().replaceAll("\\.json$", EXPECTED);
    Path file = scenario.resolveSibling(name);
    assertThatCode(() -> Files.size(file)).as("%s", file).doesNotThrowAnyException();
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  private static Long objective(JsonNode expected) {
    JsonNode objective = expected.get("objective");
    return objective.isNull() ? null : (Long) objective.asLong();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
