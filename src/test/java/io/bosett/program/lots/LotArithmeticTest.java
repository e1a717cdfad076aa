package io.bosett.program.lots;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.DynamicProgram;
import io.bosett.generate.LongRanges;
import io.bosett.generate.LotProblems;
import io.bosett.generate.RandomProblems;
import io.bosett.model.Fit;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class LotArithmeticTest {
  private static final int SEEDS = 3_000;

  @Test
  void what_lots_refute_has_no_assignment() {
    assertThat(refuted(LotProblems::tiny)).isGreaterThan(SEEDS / 10);
    assertThat(refuted(RandomProblems::tiny)).isPositive();
  }

  @Test
  void a_stop_at_any_poll_refutes_nothing_and_finds_nothing() {
    int polls = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Program program = program(LotProblems.tiny(seed));
      if (program == null) {
        continue;
      }
      AtomicInteger asked = new AtomicInteger();
      LotArithmetic.refutes(program, () -> asked.incrementAndGet() < 0);
      int all = asked.get();
      polls += all;
      int last = 1 + (int) (seed % all);
      asked.set(0);
      assertThat(LotArithmetic.refutes(program, () -> asked.incrementAndGet() >= last))
          .as("seed %d", seed)
          .isFalse();
      assertThat(asked).as("seed %d", seed).hasValue(last);
      assertThat(LotWitness.of(program, () -> true)).as("seed %d", seed).isNull();
    }
    assertThat(polls).isGreaterThan(5 * SEEDS);
  }

  /** Between two polls, sorting aside, no more than a few thousand members are looked at. */
  @Test
  void a_stop_is_heard_inside_one_region_of_many_members() {
    int places = 50_000;
    Program program = Compiler.compile(LongRanges.tied(places, 3, Fit.SCORE, 10 * places, 10));
    AtomicInteger polls = new AtomicInteger();
    assertThat(LotArithmetic.refutes(program, () -> polls.incrementAndGet() < 0)).isFalse();
    assertThat(polls).hasValueGreaterThan(places / 4_096);
    assertThat(LotWitness.of(program, () -> polls.incrementAndGet() < 0)).isNotNull();
    polls.set(0);
    assertThat(LotWitness.of(program, () -> polls.incrementAndGet() == 3)).isNull();
    assertThat(polls).hasValue(3);
    polls.set(0);
    assertThat(LotArithmetic.refutes(program, () -> polls.incrementAndGet() == 3)).isFalse();
    assertThat(polls).hasValue(3);
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
