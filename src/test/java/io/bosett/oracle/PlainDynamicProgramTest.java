package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PlainDynamicProgramTest {
  @Test
  void the_dynamic_program_finds_what_trying_everything_finds() {
    int tried = 0;
    for (long seed : Cases.seeds(20_000).toArray()) {
      Program program = SmallRandomPrograms.draw(seed);
      if (ExhaustiveSearch.canTryAll(program)) {
        tried++;
        Optional<Long> expected = ExhaustiveSearch.solve(program).map(Optimum::objective);
        assertThat(PlainDynamicProgram.solve(program).map(Optimum::objective))
            .as("seed %d", seed)
            .isEqualTo(expected);
      }
    }
    assertThat(tried).isPositive();
  }

  @Test
  void the_assignment_of_the_dynamic_program_is_worth_its_objective_and_keeps_all_rules() {
    for (long seed : Cases.seeds(20_000).toArray()) {
      Program program = SmallRandomPrograms.draw(seed);
      PlainDynamicProgram.solve(program)
          .ifPresent(
              best -> Faultless.check(program, best.assignment(), best.objective(), "" + seed));
    }
  }
}
