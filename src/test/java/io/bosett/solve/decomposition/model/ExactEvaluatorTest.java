package io.bosett.solve.decomposition.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import io.bosett.program.Term;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Plain;
import io.bosett.solve.decomposition.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactEvaluatorTest {
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
          ExactEvaluator exactEvaluator =
              new ExactEvaluator(new DecompositionModel(program), u, SCALE);
          for (int i = 0; i < program.size(); i++) {
            assertBest(exactEvaluator, Plain.options(program, i, u, SCALE), i);
          }
        });
  }

  private static void assertBest(ExactEvaluator exactEvaluator, List<Plain.Option> options, int i) {
    boolean any = exactEvaluator.look(i);
    assertThat(any).isEqualTo(!options.isEmpty());
    if (!any) {
      return;
    }
    assertThat(exactEvaluator.value).isEqualTo(Plain.best(options));
    assertThat(exactEvaluator.program.allows(i, exactEvaluator.x, exactEvaluator.m)).isTrue();
    long next = exactEvaluator.nextLoss();
    for (Plain.Option option : options) {
      boolean chosen = option.persons() == exactEvaluator.x && option.minors() == exactEvaluator.m;
      assertThat(exactEvaluator.value - option.value()).isGreaterThanOrEqualTo(chosen ? 0 : next);
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
          ExactEvaluator exactEvaluator =
              new ExactEvaluator(new DecompositionModel(program), u, SCALE);
          for (int i = 0; i < program.size(); i++) {
            assertClear(exactEvaluator, i, u, SCALE);
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
          long[] u = new long[Term.COUNT];
          u[Term.PERSONS.ordinal()] = -price;
          u[Term.SELECTED.ordinal()] = worth + drawn.between(-30, 30);
          assertClear(new ExactEvaluator(new DecompositionModel(program), u, 1), 0, u, 1);
        });
  }

  private static void assertClear(ExactEvaluator exactEvaluator, int i, long[] u, int scale) {
    FloatingPointFilter floatingPointFilter =
        new FloatingPointFilter(exactEvaluator.program, exactEvaluator.common);
    if (!exactEvaluator.isClear(i, floatingPointFilter)) {
      return;
    }
    List<Plain.Option> options = Plain.options(exactEvaluator.program, i, u, scale);
    long best = Plain.best(options);
    for (Plain.Option option : options) {
      boolean chosen =
          option.persons() == floatingPointFilter.x && option.minors() == floatingPointFilter.m;
      long loss = best - option.value();
      assertThat(loss == 0).isEqualTo(chosen);
      assertThat(loss).isGreaterThanOrEqualTo(chosen ? 0 : floatingPointFilter.scaledLoss(scale));
    }
  }
}
