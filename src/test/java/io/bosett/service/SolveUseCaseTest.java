package io.bosett.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.generate.HostileScenario;
import io.bosett.model.Conflict;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.solve.SolveOptions;
import org.junit.jupiter.api.Test;

/** What the use case of solving adds to a checked solve. */
final class SolveUseCaseTest {
  /** One place, a million persons, a minimum of two million: infeasible by arithmetic. */
  private static final long NOBODY_CAN = 54;

  private static Conflict conflict(double seconds) {
    byte[] document = HostileScenario.of(NOBODY_CAN).getBytes(UTF_8);
    Problem problem = ScenarioLoader.problem(document, new DatasetCatalog(null, null));
    SolverSettings limited = new SolverSettings(null, seconds, null, null);
    Result result = SolveUseCase.answer(problem, limited, SolveOptions.DEFAULT);
    assertThat(result.status()).isEqualTo(Result.Status.INFEASIBLE);
    return result.conflict();
  }

  @Test
  void figures_of_the_document_whose_ids_have_lost_their_zeros_are_warned_of() {
    for (String first : new String[] {"301", "0301"}) {
      String document =
          """
          {"year": 2018, "demand": {"persons": 20},
           "criteria": [{"id": "p", "weight": 1, "base": {"indicator": "p", "year": 2017}}],
           "municipalities": [{"id": "%s", "indicators": {"p": {"2017": 10}}},
                              {"id": "1201", "indicators": {"p": {"2017": 10}}}]}
          """
              .formatted(first);
      Problem problem =
          ScenarioLoader.problem(document.getBytes(UTF_8), new DatasetCatalog(null, null));
      Result result = SolveUseCase.answer(problem, SolverSettings.NONE, SolveOptions.DEFAULT);
      if (first.length() == 3) {
        assertThat(result.warnings()).hasSize(1);
        assertThat(result.warnings().get(0).pointer()).isEqualTo("/municipalities");
        assertThat(result.warnings().get(0).text()).contains("unequal length", "'0301'");
      } else {
        assertThat(result.warnings()).isEmpty();
      }
    }
  }

  @Test
  void the_search_for_a_conflict_gets_only_what_the_time_limit_leaves() {
    assertThat(conflict(1e-9).complete()).isFalse();
    assertThat(conflict(60).complete()).isTrue();
  }
}
