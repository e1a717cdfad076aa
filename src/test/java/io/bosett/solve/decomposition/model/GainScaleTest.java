package io.bosett.solve.decomposition.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Plain;
import io.bosett.solve.decomposition.Seeds;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GainScaleTest {
  @Test
  void usual_prices_are_scaled_by_1024() {
    ObjectiveRange range = new ObjectiveRange(-1e6, 1e13, 1e11, 1e5);
    assertThat(GainScale.of(range, new double[] {2e6, -1e6, 5e5, 0})).isEqualTo(1024);
  }

  @Test
  void prices_too_long_for_any_scale_are_shortened_in_proportion() {
    ObjectiveRange range = new ObjectiveRange(-1e6, 1e20, 1e14, 1e7);
    double[] u = {1e19, -4e18, 0, 0};
    double[] shortened = GainScale.shortened(range, u);
    assertThat(shortened[1] / shortened[0]).isEqualTo(-0.4);
    assertThat(Math.abs(shortened[0]) * 1e7).isLessThan(Long.MAX_VALUE);
    assertThat(GainScale.shortened(range, shortened)).isEqualTo(shortened);
  }

  @Test
  void the_base_is_exact_however_long_the_prices() {
    Seeds.run(
        500,
        seed -> {
          Drawn drawn = new Drawn(seed, 6);
          drawn.optional = true;
          Program program = drawn.program();
          DecompositionModel model = new DecompositionModel(program);
          double[] u = new double[model.rows.count];
          Arrays.setAll(u, row -> drawn.random.nextDouble(-1e18, 1e18));
          LagrangianSolution base =
              LagrangianSolution.at(model, ObjectiveRange.of(program), u, () -> false);
          assertThat(BigInteger.valueOf(base.scaledBound)).isEqualTo(plain(program, model, base));
        });
  }

  private static BigInteger plain(
      Program program, DecompositionModel model, LagrangianSolution base) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < program.size(); i++) {
      List<Plain.Option> options = Plain.options(program, i, base.u, base.scale);
      sum = sum.add(BigInteger.valueOf(Plain.best(options)));
    }
    for (int row = 0; row < base.u.length; row++) {
      long charged = model.rows.charged(row, base.u[row] > 0);
      sum = sum.add(BigInteger.valueOf(base.u[row]).multiply(BigInteger.valueOf(charged)));
    }
    return sum;
  }
}
