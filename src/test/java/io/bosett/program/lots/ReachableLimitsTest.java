package io.bosett.program.lots;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.DynamicProgram;
import io.bosett.generate.LotProblems;
import io.bosett.model.InvalidInputException;
import io.bosett.program.Assignment;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import org.junit.jupiter.api.Test;

class ReachableLimitsTest {
  private static final int SEEDS = 6_000;

  @Test
  @SuppressWarnings("ReferenceEquality") // the same program, where nothing is tightened
  void limits_that_lots_can_reach_keep_the_optimum_and_the_sides_that_are_free() {
    int changed = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Program program = program(seed);
      Program tight = program == null ? null : ReachableLimits.of(program, () -> false);
      if (program == null || tight == program) {
        continue;
      }
      changed++;
      for (int k = 0; k < program.rules().size(); k++) {
        var before = program.rules().get(k).limits();
        var after = tight.rules().get(k).limits();
        assertThat(after.hasMost()).as("seed %d", seed).isEqualTo(before.hasMost());
        assertThat(after.hasLeast()).as("seed %d", seed).isEqualTo(before.hasLeast());
        assertThat(after.least()).isGreaterThanOrEqualTo(before.least());
        assertThat(after.most()).isLessThanOrEqualTo(before.most());
      }
      Long best = optimum(new DynamicProgram(), program);
      assertThat(optimum(new DynamicProgram(), tight)).as("seed %d", seed).isEqualTo(best);
      assertThat(optimum(new Decomposition(), program)).as("seed %d", seed).isEqualTo(best);
    }
    assertThat(changed).as("programs whose limits moved").isGreaterThan(50);
  }

  /** Null when there is no assignment. */
  private static Long optimum(Solver solver, Program program) {
    SolveResult result = solver.solve(program, SolveOptions.DEFAULT);
    if (result instanceof SolveResult.Proven proven) {
      Assignment best = proven.assignment();
      assertThat(program.rules()).allMatch(rule -> rule.holds(best));
      return program.objective(best);
    }
    assertThat(result).isInstanceOf(SolveResult.Infeasible.class);
    return null;
  }

  private static Program program(long seed) {
    try {
      return Compiler.compile(LotProblems.tiny(seed));
    } catch (InvalidInputException refused) {
      return null;
    }
  }
}
