package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.ortools.OrToolsSolvers;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 20 to 60 candidates, beyond what can be tried: against a general exact solver. What that one
 * cannot prove in time must at least not be better.
 */
@Tag("slow")
class MediumDifferentialTest {
  private final Solver cpSat = OrToolsSolvers.create("cp-sat");
  private final Solver solver = new Decomposition(cpSat);

  @AfterAll
  static void endChildProcesses() {
    OrToolsSolvers.close();
  }

  @Test
  void the_default_solver_finds_what_cp_sat_finds() {
    Law law =
        problem -> {
          Program program = Compiler.compile(problem);
          Optional<Optimum> found = OptimumReader.of(solver, program);
          SolveResult reference = cpSat.solve(program, OptimumReader.OPTIONS);
          if (reference instanceof SolveResult.Feasible unproven) {
            long objective = program.objective(unproven.assignment());
            assertThat(found.orElseThrow().objective()).isGreaterThanOrEqualTo(objective);
          } else {
            assertThat(found.map(Optimum::objective))
                .isEqualTo(OptimumReader.of(cpSat, program, reference).map(Optimum::objective));
          }
        };
    law.onMedium(500);
  }
}
