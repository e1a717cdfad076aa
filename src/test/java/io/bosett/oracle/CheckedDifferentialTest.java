package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.Proof;
import io.bosett.model.Result.Status;
import io.bosett.program.Compiler;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole way: what leaves is confirmed by the checker, proven, and what brute force finds. */
@Tag("slow")
class CheckedDifferentialTest {
  private final CheckedSolver solver =
      new CheckedSolver(new Decomposition(), new LagrangianCertifier());

  @Test
  void every_answer_is_confirmed_and_right_and_says_what_it_rests_on() {
    Law law = this::assertRight;
    law.onTiny(20_000);
  }

  private void assertRight(Problem problem) {
    Result result = solver.solve(problem, SolveOptions.DEFAULT).result();
    Optional<Optimum> expected = ExhaustiveSearch.solve(Compiler.compile(problem));
    assertThat(result.status())
        .isEqualTo(expected.isPresent() ? Status.OPTIMAL : Status.INFEASIBLE);
    assertThat(Optional.ofNullable(result.objective())).isEqualTo(expected.map(Optimum::objective));
    if (result.proof() == Proof.CLAIMED) {
      assertThat(result.solver().claim()).isNotEmpty();
    } else {
      assertThat(result.proof()).isEqualTo(Proof.CERTIFIED);
    }
  }
}
