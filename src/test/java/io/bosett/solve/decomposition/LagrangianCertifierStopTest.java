package io.bosett.solve.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.RandomProblems;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.ScaledMultipliers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A certificate of infeasibility looks at every candidate's least gain, and hears a stop there. */
final class LagrangianCertifierStopTest {
  private static final long SEED = 1;

  @Test
  void a_stop_is_heard_between_any_two_candidates() {
    Problem problem = RandomProblems.tiny(SEED);
    Program program = Compiler.compile(problem);
    LagrangianCertifier certifier = new LagrangianCertifier();
    ScaledMultipliers prices = certifier.prices(program, () -> false);
    AtomicInteger asked = new AtomicInteger();
    assertThat(
            certifier.certify(
                problem, program, prices, null, true, () -> asked.incrementAndGet() < 0))
        .isNotNull();
    int all = asked.get();
    assertThat(all).isGreaterThanOrEqualTo(program.size());
    for (int from = 1; from <= all; from++) {
      int first = from;
      AtomicInteger now = new AtomicInteger();
      assertThat(
              certifier.certify(
                  problem, program, prices, null, true, () -> now.incrementAndGet() >= first))
          .as("stopped when asked for the %dth time, seed %d", first, SEED)
          .isNull();
    }
  }
}
