package io.bosett.solve.decomposition.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bosett.program.ChangeCost;
import io.bosett.program.Program;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Seeds;
import org.junit.jupiter.api.Test;

class GainCurveTest {
  @Test
  void a_curve_says_what_the_program_says_but_for_rounding_and_switches() {
    Seeds.run(
        2_000,
        seed -> {
          Program program = new Drawn(seed, 4).program();
          BestChoice choice = new BestChoice(program);
          for (int i = 0; i < 4; i++) {
            for (int x = 1; x <= program.candidates().high()[i]; x++) {
              double gain = program.personsGain(i, x) + entry(program, i);
              assertThat(choice.persons.gain(i, x)).isCloseTo(gain, within(1.0));
            }
          }
        });
  }

  private static long entry(Program program, int i) {
    ChangeCost cost = program.changeCost();
    return cost == null || cost.before()[i] > 0 ? 0 : cost.perSwitch();
  }

  @Test
  void the_best_amount_at_a_price_is_the_best_of_all() {
    Seeds.run(
        2_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 4);
          BestChoice choice = new BestChoice(drawn.program());
          double price = drawn.random.nextDouble(-2e6, 2.5e6);
          for (int i = 0; i < 4; i++) {
            if (choice.persons.any(i)) {
              assertBest(choice.persons, i, price);
            }
          }
        });
  }

  private static void assertBest(GainCurve curve, int i, double price) {
    int best = curve.best(i, price);
    assertThat(best).isBetween(curve.least[i], curve.most[i]);
    double worth = curve.gain(i, best) - price * best;
    for (int x = curve.least[i]; x <= curve.most[i]; x++) {
      assertThat(worth).isGreaterThanOrEqualTo(curve.gain(i, x) - price * x - 1e-3);
    }
  }
}
