package io.bosett.solve.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import org.junit.jupiter.api.Test;

class DilationTest {
  private static final double TOLERANCE = 100;

  /** As many as a bundle of planes minimizes well too. */
  private static Program overlapping(long seed) {
    Drawn drawn = new Drawn(seed, 40);
    drawn.fit = Drawn.Fit.PROPORTIONAL;
    drawn.optional = true;
    drawn.most = 60;
    drawn.regions = drawn.between(2, 6);
    drawn.disjoint = false;
    return drawn.program();
  }

  @Test
  void no_point_around_the_minimum_is_much_lower() {
    Seeds.run(
        200,
        seed -> {
          Program program = overlapping(seed);
          Frame frame = new Frame(program);
          Lagrangian lagrangian = frame.lagrangian();
          double floor = Range.of(program).floor();
          Dilation dilation = dilation(lagrangian, floor);
          if (dilation.minimize()) {
            Bundle bundle = new Bundle(lagrangian, dilation.best, 1, floor, () -> false);
            bundle.minimize();
            assertThat(bundle.value).isGreaterThan(dilation.value - 10 * TOLERANCE);
            assertThat(lagrangian.at(dilation.best)).isEqualTo(dilation.value);
          }
        });
  }

  private static Dilation dilation(Lagrangian lagrangian, double floor) {
    double[] start = new double[lagrangian.limits.count()];
    return new Dilation(lagrangian, start, Solving.COLD_STEP, TOLERANCE, floor, () -> false);
  }

  @Test
  void multipliers_have_the_signs_that_the_limits_allow() {
    Seeds.run(
        200,
        seed -> {
          Program program = overlapping(seed);
          Lagrangian lagrangian = new Frame(program).lagrangian();
          Dilation dilation = dilation(lagrangian, Range.of(program).floor());
          dilation.minimize();
          for (int row = 0; row < dilation.best.length; row++) {
            assertThat(lagrangian.limits.admissible(row, dilation.best[row]))
                .isEqualTo(dilation.best[row]);
          }
        });
  }

  @Test
  void a_stop_is_heard_at_once() {
    Program program = overlapping(1);
    Lagrangian lagrangian = new Frame(program).lagrangian();
    double[] start = new double[lagrangian.limits.count()];
    Dilation dilation =
        new Dilation(lagrangian, start, Solving.COLD_STEP, TOLERANCE, -1e18, () -> true);
    long before = lagrangian.looks;
    dilation.minimize();
    assertThat(lagrangian.looks).isEqualTo(before);
  }
}
