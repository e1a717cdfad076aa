package io.bosett.solve.ortools;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.program.form.Filling;
import io.bosett.program.form.GainWindows;
import io.bosett.program.form.MipForm;
import io.bosett.program.form.RandomPrograms;
import io.bosett.program.form.StopPoll;
import io.bosett.solve.ProgressListener;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.decomposition.Decomposition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bound below an objective that was reached is no bound, whichever comes first. */
final class RefutedBoundTest {
  private static final int SEEDS = 50;

  private record Report(@Nullable Long objective, @Nullable Long bound) {}

  private final List<Report> reports = new ArrayList<>();

  private BackendSolve solve(Backend backend, Program program) {
    ProgressListener listener = (objective, bound) -> reports.add(new Report(objective, bound));
    return new BackendSolve(backend, program, SolveOptions.DEFAULT.withProgress(listener));
  }

  private Report last() {
    return reports.get(reports.size() - 1);
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void a_bound_below_the_incumbent_is_forgotten(Backend backend) {
    int tried = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Program program = RandomPrograms.tiny(seed);
      if (new Decomposition().solve(program, SolveOptions.DEFAULT)
          instanceof SolveResult.Proven best) {
        tried += refuted(backend, program, best.assignment()) ? 1 : 0;
      }
    }
    assertThat(tried).as("programs with an answer").isGreaterThan(5);
  }

  private boolean refuted(Backend backend, Program program, Assignment best) {
    MipForm form = MipForm.of(program, GainWindows.likely(program, StopPoll.never()));
    long[] values = Filling.of(form, best);
    if (!form.allows(values)) {
      return false; // outside the windows of the first round
    }
    long objective = program.objective(best);
    double below = objective - form.offset() - 5.0;
    BackendSolve bounded = solve(backend, program);
    bounded.bound(below);
    assertThat(last()).isEqualTo(new Report(null, objective - 5));
    bounded.incumbent(values);
    assertThat(last()).isEqualTo(new Report(objective, null));
    BackendSolve found = solve(backend, program);
    found.incumbent(values);
    found.bound(below);
    assertThat(last()).isEqualTo(new Report(objective, null));
    found.bound(objective - form.offset() + 7.0);
    assertThat(last()).isEqualTo(new Report(objective, objective + 7));
    return true;
  }
}
