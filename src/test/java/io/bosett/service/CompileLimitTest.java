package io.bosett.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import io.bosett.program.CompileStoppedException;
import io.bosett.program.Compiler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compiling what comes in has a limit of its own. */
class CompileLimitTest {
  private static final int PLACES = 20_000;

  private static Scenario scenario(String solver) {
    String document =
        """
        {"dataset": "many", "year": 2018, "demand": {"persons": 40001}, %s
         "criteria": [{"id": "c", "weight": 1, "base": {"indicator": "population", "year": 2017}}]}
        """;
    byte[] bytes = document.formatted(solver).getBytes(StandardCharsets.UTF_8);
    return ScenarioFormat.read(bytes).scenario();
  }

  private static Dataset many() {
    DatasetBuilder builder = new DatasetBuilder("many", "many");
    builder.county("1", "One");
    for (int i = 0; i < PLACES; i++) {
      String id = String.valueOf(100_000 + i);
      builder.municipality(id, id, "1");
      builder.number(id, "population", 2017, 1_000 + i);
    }
    return builder.build();
  }

  @Test
  void what_is_not_compiled_in_time_is_refused_with_its_size() {
    Scenario scenario = scenario("");
    Dataset dataset = many();
    CompileLimit over = new CompileLimit(0);
    assertThat(over.getAsBoolean()).isTrue();
    assertThatThrownBy(() -> Compiler.attempt(scenario, dataset, List.of(), over))
        .isInstanceOf(CompileStoppedException.class);
    Violation violation = over.violation(scenario, dataset);
    assertThat(violation.pointer()).isEqualTo("/criteria");
    assertThat(violation.detail())
        .isEqualTo("1 criteria for 20000 municipalities were not compiled in 0 s");
    assertThat(Compiler.attempt(scenario, dataset, List.of(), new CompileLimit(60)).program())
        .isNotNull();
  }

  @Test
  void the_limit_is_that_of_the_scenario_within_what_any_document_needs() {
    Dataset dataset = many();
    for (String[] one :
        new String[][] {
          {"", "60 s"},
          {"\"solver\": {\"timeLimitSeconds\": 7},", "7 s"},
          {"\"solver\": {\"timeLimitSeconds\": 0.01},", "2 s"},
          {"\"solver\": {\"timeLimitSeconds\": 900},", "60 s"}
        }) {
      Scenario scenario = scenario(one[0]);
      CompileLimit limit = CompileLimit.of(scenario);
      assertThat(limit.violation(scenario, dataset).detail()).endsWith("compiled in " + one[1]);
    }
  }
}
