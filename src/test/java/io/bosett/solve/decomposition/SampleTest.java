package io.bosett.solve.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import org.junit.jupiter.api.Test;

class SampleTest {
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
          Frame frame = new Frame(program);
          Lagrangian all = frame.lagrangian();
          Range range = Range.of(program);
          double[] start = new double[frame.rows.count];
          Dual dual = new Dual(all, start, Solving.COLD_STEP, range, () -> false);
          boolean mayExist = dual.minimize();
          Sample sample = new Sample(program, frame.choice, all, start, range, () -> false);
          sample.minimize(Solving.COLD_STEP);
          if (mayExist && sample.rests()) {
            double away = all.at(sample.u) - dual.value;
            assertThat(away).isLessThan(5e-5 * Math.abs(dual.value));
            assertThat(away).isGreaterThan(-5e-5 * Math.abs(dual.value));
          }
        });
  }
}
