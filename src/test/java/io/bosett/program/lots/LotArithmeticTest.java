package io.bosett.program.lots;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.DynamicProgram;
import io.bosett.generate.LotProblems;
import io.bosett.generate.RandomProblems;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class LotArithmeticTest {
  private static final int SEEDS = 3_000;

  @Test
  void what_lots_refute_has_no_assignment() {
    assertThat(refuted(LotProblems::tiny)).isGreaterThan(SEEDS / 10);
    assertThat(refuted(RandomProblems::tiny)).isPositive();
  }

  @Test
  void a_stop_is_heard_before_every_region_and_refutes_nothing() {
    int byRegions = 0;
    int looked = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Program program = program(LotProblems.tiny(seed));
      if (program == null || LotCounts.of(program).firstPlaces() < 0) {
        continue;
      }
      assertThat(LotArithmetic.refutes(program, () -> true)).as("seed %d", seed).isFalse();
      AtomicInteger asked = new AtomicInteger();
      boolean refuted = LotArithmetic.refutes(program, () -> asked.incrementAndGet() < 0);
      byRegions += refuted ? 1 : 0;
      looked += asked.get();
      int regions = LotPart.regions(program).length;
      assertThat(asked.get()).as("seed %d", seed).isBetween(refuted ? 1 : regions, regions);
    }
    assertThat(byRegions).isPositive();
    assertThat(looked).isPositive();
  }

  private static int refuted(LongFunction<Problem> problems) {
    int refuted = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Program program = program(problems.apply(seed));
      if (program != null && LotArithmetic.refutes(program, () -> false)) {
        refuted++;
        assertThat(new DynamicProgram().solve(program, SolveOptions.DEFAULT))
            .as("seed %d", seed)
            .isInstanceOf(SolveResult.Infeasible.class);
      }
    }
    return refuted;
  }

  private static Program program(Problem problem) {
    try {
      return Compiler.compile(problem);
    } catch (InvalidInputException refused) {
      return null;
    }
  }
}
