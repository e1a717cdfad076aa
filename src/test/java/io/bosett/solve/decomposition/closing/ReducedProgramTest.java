package io.bosett.solve.decomposition.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import io.bosett.solve.decomposition.Closable;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Plain;
import io.bosett.solve.decomposition.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReducedProgramTest {
  @Test
  void whatever_loses_no_more_than_the_budget_stays_allowed_and_nothing_else_comes_in() {
    Seeds.run(
        3_000,
        seed -> {
          Closable closable = Closable.of(new Drawn(seed, 5));
          if (closable == null) {
            return;
          }
          Program rest =
              ReducedProgram.of(
                      closable.base.exact,
                      closable.base,
                      LossBudgets.alike(closable.model.groups, closable.budget))
                  .program();
          for (int i = 0; i < rest.size(); i++) {
            assertNarrowed(closable, rest, i);
          }
        });
  }

  private static void assertNarrowed(Closable closable, Program rest, int i) {
    List<Plain.Option> options =
        Plain.options(closable.program, i, closable.base.u, Closable.SCALE);
    long best = Plain.best(options);
    for (Plain.Option option : options) {
      if (best - option.value() <= closable.budget) {
        assertThat(rest.allows(i, option.persons(), option.minors())).isTrue();
      }
    }
    for (Plain.Option option : Plain.options(rest, i, closable.base.u, Closable.SCALE)) {
      assertThat(closable.program.allows(i, option.persons(), option.minors())).isTrue();
    }
  }
}
