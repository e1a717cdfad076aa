package io.bosett.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.explain.Effect.Outcome;
import io.bosett.analysis.explain.Explanation;
import io.bosett.generate.LongRanges;
import io.bosett.model.Fit;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.ExplainUseCase.Timely;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Explanations of ten million persons without caps, and how they end early. */
@Tag("slow")
class ExplainUseCaseTest {
  private static final int PERSONS = 10_000_000;

  @Test
  void an_explanation_is_complete_exactly_when_no_effect_is_unknown() {
    for (long seed = 0; seed < 12; seed++) {
      assertHonest("seed " + seed, LongRanges.of(seed, PERSONS));
    }
    for (Fit fit : new Fit[] {Fit.OVERLAP, Fit.SCORE}) {
      for (int places : new int[] {2, 10, 422}) {
        for (int minors : new int[] {0, 3_000_000}) {
          Problem tied = LongRanges.tied(places, 2, fit, PERSONS, minors);
          assertHonest(fit + " of " + places + " places and " + minors + " minors", tied);
        }
      }
    }
  }

  private static void assertHonest(String what, Problem problem) {
    CompiledProblem compiled = CompiledProblem.of(problem);
    Result result = answer(compiled);
    if (result.objective() == null) {
      return;
    }
    Duration budget = ExplainUseCase.BUDGET;
    Timely<Explanation> whole = ExplainUseCase.explain(compiled, result, budget);
    boolean unknown =
        whole.value().rules().stream()
            .flatMap(rule -> Stream.of(rule.up(), rule.down()))
            .filter(Objects::nonNull)
            .anyMatch(effect -> effect.outcome() == Outcome.UNKNOWN);
    assertThat(whole.value().complete()).as(what).isEqualTo(!unknown);
    assertThat(whole.complete() || !whole.value().complete()).as(what).isTrue();
    String first = problem.dataset().municipality(0);
    var one = ExplainUseCase.explain(compiled, result, first, budget).value();
    assertThat(one.complete())
        .as(what)
        .isEqualTo(
            one.alternatives().stream()
                .noneMatch(other -> other.effect().outcome() == Outcome.UNKNOWN));
  }

  @Test
  void without_time_and_after_a_cancellation_nothing_is_solved_and_the_explanation_says_so() {
    CompiledProblem compiled = CompiledProblem.of(LongRanges.of(0, PERSONS));
    Result result = answer(compiled);
    String first = result.places().get(0).municipality();
    CancellationToken cancel = new CancellationToken();
    cancel.request();
    SolveOptions canceled = SolveOptions.DEFAULT.withCancel(cancel);
    Duration minute = Duration.ofMinutes(1);
    assertThat(ExplainUseCase.explain(compiled, result, Duration.ZERO).value().complete())
        .isFalse();
    assertThat(ExplainUseCase.explain(compiled, result, minute, canceled).value().complete())
        .isFalse();
    assertThat(ExplainUseCase.explain(compiled, result, first, Duration.ZERO).value().complete())
        .isFalse();
    assertThat(ExplainUseCase.explain(compiled, result, first, minute, canceled).value().complete())
        .isFalse();
  }

  private static Result answer(CompiledProblem compiled) {
    return SolveUseCase.answer(
        compiled, new SolverSettings(null, 10.0, null, null), SolveOptions.DEFAULT);
  }
}
