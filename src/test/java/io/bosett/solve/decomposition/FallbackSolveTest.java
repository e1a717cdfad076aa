package io.bosett.solve.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.SolverFailedException;
import io.bosett.solve.decomposition.model.DecompositionModel;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FallbackSolveTest {
  private record Broken() implements Solver {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      throw new SolverFailedException("broken: no library");
    }
  }

  private static final Program PROGRAM = new Drawn(1, 4).program();

  @Test
  void what_is_known_survives_a_solver_that_breaks_down() {
    SolveResult answer = FallbackSolve.answer(new Broken(), PROGRAM, SolveOptions.DEFAULT, true);
    Assignment known = new Assignment(new int[4], new int[4]);
    DecompositionModel model = new DecompositionModel(PROGRAM);
    ScaledMultipliers prices = new ScaledMultipliers(1, new long[model.rows.count]);
    SolveResult joined =
        new CombinedResult(
                PROGRAM,
                known,
                7,
                prices,
                new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>()))
            .with(answer, "broken for 4 candidates");
    assertThat(joined)
        .isInstanceOfSatisfying(
            SolveResult.Feasible.class,
            feasible -> {
              assertThat(feasible.assignment()).isEqualTo(known);
              assertThat(feasible.bound()).isEqualTo(7);
              assertThat(feasible.stop()).isEqualTo(SolveResult.Stop.EXHAUSTED);
            });
  }

  @Test
  void a_solver_that_breaks_down_when_nothing_is_known_is_not_hushed_up() {
    assertThatThrownBy(
            () -> FallbackSolve.answer(new Broken(), PROGRAM, SolveOptions.DEFAULT, false))
        .isInstanceOf(SolverFailedException.class)
        .hasMessageContaining("no library");
  }

  /** The other solver's bound holds for what is better than the known assignment alone. */
  @Test
  void the_bound_is_never_below_a_known_assignment() {
    Assignment known = new Assignment(new int[4], new int[4]);
    long objective = PROGRAM.objective(known);
    assertThat(bound(known, objective + 7, objective - 5)).isEqualTo(objective);
    assertThat(bound(known, objective + 7, objective + 3)).isEqualTo(objective + 3);
    assertThat(bound(known, objective + 7, objective + 9)).isEqualTo(objective + 7);
    assertThat(bound(known, objective + 7, null)).isEqualTo(objective + 7);
    assertThat(bound(null, objective + 7, objective - 5)).isEqualTo(objective - 5);
  }

  private static @Nullable Long bound(
      @Nullable Assignment known, long bound, @Nullable Long otherBound) {
    SolveResult.Statistics none = new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>());
    ScaledMultipliers prices = new ScaledMultipliers(1, new long[0]);
    SolveResult answer =
        new SolveResult.Unknown(otherBound, null, SolveResult.Stop.TIME_LIMIT, none);
    SolveResult combined =
        new CombinedResult(PROGRAM, known, bound, prices, none).with(answer, "other");
    return combined instanceof SolveResult.Feasible feasible
        ? feasible.bound()
        : ((SolveResult.Unknown) combined).bound();
  }
}
