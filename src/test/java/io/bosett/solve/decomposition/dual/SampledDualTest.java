package io.bosett.solve.decomposition.dual;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import io.bosett.solve.decomposition.DecompositionRun;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Seeds;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.ObjectiveRange;
import org.junit.jupiter.api.Test;

class SampledDualTest {
  @Test
  void multipliers_by_way_of_a_sample_are_nearly_as_good_as_direct_ones() {
    Seeds.run(
        60,
        seed -> {
          Drawn drawn = new Drawn(seed, 4_000);
          drawn.most = 60;
          drawn.optional = true;
          drawn.regions = drawn.random.nextInt(3) == 0 ? 3 : 0;
          Program program = drawn.program();
          DecompositionModel model = new DecompositionModel(program);
          Lagrangian all = Lagrangian.of(model);
          ObjectiveRange range = ObjectiveRange.of(program);
          double[] start = new double[model.rows.count];
          DualMinimizer dualMinimizer =
              new DualMinimizer(all, start, DecompositionRun.COLD_STEP, range, () -> false);
          boolean mayExist = dualMinimizer.minimize();
          SampledDual sampledDual =
              new SampledDual(program, model.choice, all, start, range, () -> false);
          sampledDual.minimize(DecompositionRun.COLD_STEP);
          if (mayExist && sampledDual.rests()) {
            double away = all.at(sampledDual.u) - dualMinimizer.value;
            assertThat(away).isLessThan(5e-5 * Math.abs(dualMinimizer.value));
            assertThat(away).isGreaterThan(-5e-5 * Math.abs(dualMinimizer.value));
          }
        });
  }
}
