package io.bosett.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.LongRanges;
import io.bosett.model.Fit;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten million persons without caps, by native solvers: what they say agrees with the default. */
@Tag("slow")
class LongDocumentsByOthersTest {
  private static final int PERSONS = 10_000_000;

  private static List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (long seed : new long[] {0, 5, 20}) {
      problems.add(LongRanges.of(seed, PERSONS));
    }
    problems.add(LongRanges.tied(3, 2, Fit.OVERLAP, PERSONS, 0));
    problems.add(LongRanges.tied(3, 2, Fit.SCORE, PERSONS, 3_000_000));
    return problems;
  }

  private static Result answer(CompiledProblem compiled, String solver, CancellationToken cancel) {
    SolverSettings settings = new SolverSettings(solver, 2.0, null, null);
    return SolveUseCase.answer(compiled, settings, SolveOptions.DEFAULT.withCancel(cancel));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp-sat", "highs"})
  void nothing_is_claimed_that_the_default_solver_contradicts(String solver) {
    for (Problem problem : problems()) {
      CompiledProblem compiled = CompiledProblem.of(problem);
      Result usual = SolveUseCase.answer(compiled, SolverSettings.NONE, SolveOptions.DEFAULT);
      Result other = answer(compiled, solver, new CancellationToken());
      switch (other.status()) {
        case OPTIMAL -> assertThat(other.objective()).isEqualTo(usual.objective());
        case INFEASIBLE -> assertThat(usual.status()).isEqualTo(Result.Status.INFEASIBLE);
        case FEASIBLE -> assertThat(other.objective()).isLessThanOrEqualTo(usual.bound());
        case UNKNOWN -> assertThat(other.stopped()).isEqualTo(Result.Stopped.TIME_LIMIT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp-sat", "highs"})
  void a_cancellation_is_heard(String solver) {
    CancellationToken cancel = new CancellationToken();
    cancel.request();
    for (Problem problem : problems()) {
      Result result = answer(CompiledProblem.of(problem), solver, cancel);
      assertThat(result.stopped()).isEqualTo(Result.Stopped.CANCELED);
      assertThat(result.proof()).isNull();
    }
  }
}
