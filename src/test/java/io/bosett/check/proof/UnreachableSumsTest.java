package io.bosett.check.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.DynamicProgram;
import io.bosett.check.recount.Recomputation;
import io.bosett.generate.LotProblems;
import io.bosett.generate.RandomProblems;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.program.lots.LotArithmetic;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnreachableSumsTest {
  private static final int SEEDS = 1_500;

  @Test
  void sums_said_to_be_out_of_reach_are_those_of_no_allocation_and_those_the_solver_finds() {
    assertThat(found(LotProblems::tiny)).isGreaterThan(SEEDS / 10);
    assertThat(found(RandomProblems::tiny)).isPositive();
  }

  /** Null when the random problem is none. */
  private static @Nullable Program compiled(Problem problem) {
    try {
      return Compiler.compile(problem);
    } catch (InvalidInputException refused) {
      return null;
    }
  }

  private static int found(LongFunction<Problem> problems) {
    int found = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Problem problem = problems.apply(seed);
      Program program = compiled(problem);
      found += program != null && isOutOfReach(problem, program, seed) ? 1 : 0;
    }
    return found;
  }

  private static boolean isOutOfReach(Problem problem, Program program, long seed) {
    EffortLimit effort = new EffortLimit(100_000, () -> false);
    String reason = UnreachableSums.reason(new Recomputation(problem), effort);
    if (LotArithmetic.refutes(program, () -> false)) {
      assertThat(reason).as("seed %d", seed).isNotNull();
    }
    if (reason != null) {
      assertThat(new DynamicProgram().solve(program, SolveOptions.DEFAULT))
          .as("seed %d: %s", seed, reason)
          .isInstanceOf(SolveResult.Infeasible.class);
    }
    return reason != null;
  }

  @Test
  void nothing_is_said_when_the_check_is_stopped() {
    for (long seed = 0; seed < 200; seed++) {
      Recomputation recomputation = new Recomputation(LotProblems.tiny(seed));
      assertThat(UnreachableSums.reason(recomputation, new EffortLimit(9_999, () -> true)))
          .isNull();
    }
  }
}
