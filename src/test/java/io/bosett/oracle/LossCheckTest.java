package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.Sessions;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.analysis.stability.Side;
import io.bosett.analysis.stability.Stability;
import io.bosett.analysis.stability.StabilityOptions;
import io.bosett.check.LossCheck;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the checker confirms from a certificate alone is what solving finds. */
@Tag("slow")
class LossCheckTest {
  private static final List<BigDecimal> LOSSES =
      List.of(BigDecimal.ZERO, new BigDecimal("0.001"), new BigDecimal("0.1"));

  @Test
  void who_is_confirmed_is_on_that_side_and_some_are_confirmed() {
    int[] counts = new int[2];
    Law law =
        problem -> {
          SolveSession session = Sessions.of(problem);
          if (!session.hasOptimum()) {
            return;
          }
          LossCheck check = LossCheck.of(problem, session.result());
          List<CandidateStability> found =
              Stability.of(session, new StabilityOptions(LOSSES, false)).candidates();
          for (int k = 0; k < LOSSES.size(); k++) {
            LossCheck.Settled settled = check.within(LOSSES.get(k));
            for (CandidateStability one : found) {
              Side side = one.classes().get(k);
              boolean always = settled.always().contains(one.municipality());
              boolean never = settled.never().contains(one.municipality());
              boolean open = settled.open().contains(one.municipality());
              assertThat(always).isEqualTo(!open && side == Side.ALWAYS);
              assertThat(never).isEqualTo(!open && side == Side.NEVER);
              assertThat(side != Side.TOSS_UP || open).isTrue();
              counts[open ? 1 : 0]++;
            }
          }
        };
    law.onTiny(10_000);
    assertThat(counts[0]).isGreaterThan(counts[1]);
  }
}
