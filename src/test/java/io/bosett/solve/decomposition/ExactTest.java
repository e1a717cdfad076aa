package io.bosett.solve.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactTest {
  private static final int SCALE = 64;

  @Test
  void the_best_choice_is_the_best_of_all_and_no_other_loses_less_than_said() {
    Seeds.run(
        3_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 6);
          drawn.regions = drawn.between(0, 3);
          drawn.disjoint = false;
          Program program = drawn.program();
          long[] u = drawn.multipliers(program, SCALE);
          Exact exact = new Exact(new Frame(program), u, SCALE);
          for (int i = 0; i < program.size(); i++) {
            assertBest(exact, Plain.options(program, i, u, SCALE), i);
          }
        });
  }

  private static void assertBest(Exact exact, List<Plain.Option> options, int i) {
    boolean any = exact.look(i);
    assertThat(any).isEqualTo(!options.isEmpty());
    if (!any) {
      return;
    }
    assertThat(exact.value).isEqualTo(Plain.best(options));
    assertThat(exact.program.allows(i, exact.x, exact.m)).isTrue();
    long next = exact.nextLoss();
    for (Plain.Option option : options) {
      boolean chosen = option.persons() == exact.x && option.minors() == exact.m;
      assertThat(exact.value - option.value()).isGreaterThanOrEqualTo(chosen ? 0 : next);
    }
  }

  @Test
  void what_is_clear_is_the_best_choice_whatever_the_prices() {
    Seeds.run(
        20_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 5);
          drawn.fit = Drawn.Fit.PROPORTIONAL;
          drawn.cost = false;
          drawn.most = drawn.random.nextBoolean() ? 12 : 60;
          Program program = drawn.program();
          long[] u = drawn.multipliers(program, SCALE);
          Exact exact = new Exact(new Frame(program), u, SCALE);
          for (int i = 0; i < program.size(); i++) {
            assertClear(exact, i, u, SCALE);
          }
        });
  }

  @Test
  void what_is_clear_is_the_best_choice_when_huge_prices_cancel() {
    Seeds.run(
        5_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 1);
          drawn.fit = Drawn.Fit.PROPORTIONAL;
          drawn.cost = false;
          drawn.most = 60;
          Program program = drawn.program();
          int most = program.candidates().high()[0];
          long price = drawn.random.nextLong(100_000_000_000_000L, 2_000_000_000_000_000L);
          long worth = program.personsGain(0, most) + price * most;
          long[] u = new long[Rows.REGIONS];
          u[Rows.PERSONS] = -price;
          u[Rows.SELECTED] = worth + drawn.between(-30, 30);
          assertClear(new Exact(new Frame(program), u, 1), 0, u, 1);
        });
  }

  private static void assertClear(Exact exact, int i, long[] u, int scale) {
    Clear clear = new Clear(exact.program);
    if (!exact.isClear(i, clear)) {
      return;
    }
    List<Plain.Option> options = Plain.options(exact.program, i, u, scale);
    long best = Plain.best(options);
    for (Plain.Option option : options) {
      boolean chosen = option.persons() == clear.x && option.minors() == clear.m;
      long loss = best - option.value();
      assertThat(loss == 0).isEqualTo(chosen);
      assertThat(loss).isGreaterThanOrEqualTo(chosen ? 0 : clear.scaledLoss(scale));
    }
  }
}
