package io.bosett.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DescriptionFile;
import io.bosett.documents.result.ResultJson;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.ScenarioLoader;
import io.bosett.service.SolveUseCase;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.SolveOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class ResultSchemaTest {
  /** What the schema lets through of {@link Mutations}, because it may be so. */
  private static final Set<String> ALLOWED =
      Set.of(
          "without /warnings",
          "list at /warnings",
          "null at /disturbance",
          "null at /certificate",
          "null at /fit/minors",
          "null at /fit/criteria/population",
          "null at /fit/criteria/employment",
          "null at /fit/criteria/introduction_programme",
          "without /fit/criteria/employment",
          "without /fit/criteria/population",
          "without /fit/criteria/introduction_programme",
          "without /solver/phases/compile",
          "without /solver/phases/solve",
          "without /solver/phases/certify",
          "without /solver/phases/conflict",
          "fraction at /places/*/target",
          "fraction at /filledIn/*/value",
          "list at /places/*/binding",
          "list at /places",
          "list at /filledIn",
          "list at /certificate/open",
          "object at /solver/phases",
          "fraction at /solver/seconds",
          "text at /solver/version",
          "text at /solver/claim",
          "fraction at /solver/phases/compile",
          "fraction at /solver/phases/solve",
          "fraction at /solver/phases/certify",
          "fraction at /solver/phases/conflict");

  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("models"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.toString().endsWith(".expected.json"))
          .filter(file -> !file.endsWith(DescriptionFile.FILE))
          .filter(file -> !file.startsWith("models/sweeps"))
          .sorted()
          .toList();
    }
  }

  private static Result answer(Path scenario, String solver, CancellationToken cancel)
      throws IOException {
    Problem problem = ScenarioLoader.problem(scenario, null);
    SolveOptions options = SolveOptions.DEFAULT.withCancel(cancel);
    return SolveUseCase.answer(problem, new SolverSettings(solver, 60.0, null, null), options);
  }

  private static Result answer(String scenario) throws IOException {
    return answer(Path.of("models", scenario), "decomposition", new CancellationToken());
  }

  @Test
  void there_are_scenarios() throws IOException {
    assertThat(scenarios()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void every_real_result_is_accepted(Path scenario) throws IOException {
    for (String solver : List.of("decomposition", "spreadsheet")) {
      Result result = answer(scenario, solver, new CancellationToken());
      assertThat(Schemas.RESULT.against(ResultJson.write(result))).as("%s", solver).isEmpty();
    }
  }

  @Test
  void what_is_cancelled_before_anything_was_found_is_accepted() throws IOException {
    CancellationToken cancel = new CancellationToken();
    cancel.request();
    Path scenario = Path.of("models/norway-2018/letter.json");
    Result result = answer(scenario, "decomposition", cancel);
    assertThat(result.stopped()).isEqualTo(Result.Stopped.CANCELED);
    assertThat(Schemas.RESULT.against(ResultJson.write(result))).isEmpty();
  }

  static List<String> samples() {
    return List.of(
        "norway-2018/letter.json",
        "norway-2018/previous.json",
        "norway-2018/regions.json",
        "small/short-by-one.json");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_field_left_out_added_or_of_another_kind_is_refused(String scenario) throws IOException {
    String json = ResultJson.write(answer(scenario));
    Map<String, String> wrong = Mutations.of(json, ALLOWED);
    assertThat(wrong.size()).isGreaterThan(150);
    for (Map.Entry<String, String> one : wrong.entrySet()) {
      assertThat(Schemas.RESULT.against(one.getValue())).as(one.getKey()).isNotEmpty();
    }
  }

  @Test
  void what_does_not_go_with_the_status_is_refused() throws IOException {
    String json = ResultJson.write(answer("small/three-places.json"));
    assertThat(Schemas.RESULT.against(json)).isEmpty();
    Set<String> refused = new HashSet<>();
    for (String status : List.of("FEASIBLE", "INFEASIBLE", "UNKNOWN", "optimal")) {
      String other = json.replace("\"status\":\"OPTIMAL\"", "\"status\":\"" + status + "\"");
      assertThat(Schemas.RESULT.against(other)).as(status).isNotEmpty();
      refused.add(other);
    }
    assertThat(refused).hasSize(4).doesNotContain(json);
  }

  @Test
  void what_the_schema_accepts_reads_back_as_the_same() throws IOException {
    for (String scenario : samples()) {
      String json = ResultJson.write(answer(scenario));
      assertThat(ResultJson.write(ResultJson.read(json.getBytes(UTF_8)))).isEqualTo(json);
    }
  }
}
