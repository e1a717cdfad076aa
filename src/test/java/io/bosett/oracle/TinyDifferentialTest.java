package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TinyDifferentialTest {
  private final Solver solver = new Decomposition();

  @Test
  void the_default_solver_finds_what_trying_everything_finds() {
    Law law = problem -> assertAgreement(Compiler.compile(problem));
    law.onTiny(20_000);
  }

  @Test
  void it_does_so_on_programs_no_scenario_leads_to() {
    Cases.seeds(20_000)
        .forEach(
            seed -> {
              try {
                assertAgreement(SmallRandomPrograms.draw(seed));
              } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed, broken);
              }
            });
  }

  private void assertAgreement(Program program) {
    Optional<Long> expected = ExhaustiveSearch.solve(program).map(Optimum::objective);
    assertThat(OptimumReader.of(solver, program).map(Optimum::objective)).isEqualTo(expected);
  }
}
