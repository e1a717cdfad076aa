package io.bosett.solve.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.LongRanges;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Ten million persons and no caps, where trying every number would take minutes. */
class LongDocumentsTest {
  private static final int CASES = 25;

  @Test
  void documents_of_ten_million_persons_are_answered_and_checked() {
    CheckedSolver solver = new CheckedSolver(new Decomposition(), new LagrangianCertifier());
    SolveOptions options = SolveOptions.DEFAULT.withTimeLimit(Duration.ofMillis(300));
    int certified = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Problem problem = LongRanges.of(seed, 10_000_000);
      Result result = solver.solve(problem, options).result();
      assertThat(result.certificate()).as("seed %d", seed).isNotNull();
      certified += result.proof() == Result.Proof.CERTIFIED ? 1 : 0;
    }
    assertThat(certified).isGreaterThan(CASES / 5);
  }
}
