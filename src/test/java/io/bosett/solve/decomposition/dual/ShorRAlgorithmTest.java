package io.bosett.solve.decomposition.dual;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import io.bosett.solve.decomposition.DecompositionRun;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Seeds;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.ObjectiveRange;
import org.junit.jupiter.api.Test;

class ShorRAlgorithmTest {
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
          DecompositionModel model = new DecompositionModel(program);
          Lagrangian lagrangian = Lagrangian.of(model);
          double floor = ObjectiveRange.of(program).floor();
          ShorRAlgorithm shorRAlgorithm = rAlgorithm(lagrangian, floor);
          if (shorRAlgorithm.minimize()) {
            BundleMethod bundleMethod =
                new BundleMethod(lagrangian, shorRAlgorithm.best, 1, floor, () -> false);
            bundleMethod.minimize();
            assertThat(bundleMethod.value).isGreaterThan(shorRAlgorithm.value - 10 * TOLERANCE);
            assertThat(lagrangian.at(shorRAlgorithm.best)).isEqualTo(shorRAlgorithm.value);
          }
        });
  }

  private static ShorRAlgorithm rAlgorithm(Lagrangian lagrangian, double floor) {
    double[] start = new double[lagrangian.limits.count()];
    return new ShorRAlgorithm(
        lagrangian, start, DecompositionRun.COLD_STEP, TOLERANCE, floor, () -> false);
  }

  @Test
  void multipliers_have_the_signs_that_the_limits_allow() {
    Seeds.run(
        200,
        seed -> {
          Program program = overlapping(seed);
          Lagrangian lagrangian = Lagrangian.of(new DecompositionModel(program));
          ShorRAlgorithm shorRAlgorithm =
              rAlgorithm(lagrangian, ObjectiveRange.of(program).floor());
          shorRAlgorithm.minimize();
          for (int row = 0; row < shorRAlgorithm.best.length; row++) {
            assertThat(lagrangian.limits.admissible(row, shorRAlgorithm.best[row]))
                .isEqualTo(shorRAlgorithm.best[row]);
          }
        });
  }

  @Test
  void a_stop_is_heard_at_once() {
    Program program = overlapping(1);
    Lagrangian lagrangian = Lagrangian.of(new DecompositionModel(program));
    double[] start = new double[lagrangian.limits.count()];
    ShorRAlgorithm shorRAlgorithm =
        new ShorRAlgorithm(
            lagrangian, start, DecompositionRun.COLD_STEP, TOLERANCE, -1e18, () -> true);
    long before = lagrangian.looks;
    shorRAlgorithm.minimize();
    assertThat(lagrangian.looks).isEqualTo(before);
  }
}
