package io.bosett.solve.decomposition.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bosett.program.Program;
import io.bosett.program.Term;
import io.bosett.solve.decomposition.DecompositionRun;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Seeds;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.ObjectiveRange;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DualMinimizerTest {
  private static final int PERSONS = Term.PERSONS.ordinal();
  private static final int SELECTED = Term.SELECTED.ordinal();
  private static final double TOLERANCE = 500;

  private static double[] multipliers(Drawn drawn, Program program) {
    return Arrays.stream(drawn.multipliers(program, 1)).asDoubleStream().toArray();
  }

  @Test
  void no_prices_of_persons_and_selection_are_better_than_those_of_the_pair_search() {
    Seeds.run(
        200,
        seed -> {
          Drawn drawn = new Drawn(seed, 30);
          drawn.optional = true;
          Program program = drawn.program();
          Lagrangian lagrangian = Lagrangian.of(new DecompositionModel(program));
          double[] u = multipliers(drawn, program);
          double[] widths = new double[u.length];
          Arrays.fill(widths, 50_000);
          ObjectiveRange range = ObjectiveRange.of(program);
          PairSearch search =
              new PairSearch(
                  into -> lagrangian.at(u, into),
                  u,
                  lagrangian.limits,
                  widths,
                  Double.NEGATIVE_INFINITY,
                  TOLERANCE,
                  range::farthest,
                  () -> false);
          search.pair(PERSONS, SELECTED);
          if (search.at.value < range.floor()) {
            return;
          }
          assertThat(lagrangian.at(u)).isCloseTo(search.at.value, within(1.0));
          for (int k = 0; k < 200; k++) {
            double[] other = u.clone();
            double reach = Math.pow(10, drawn.between(0, 6));
            other[PERSONS] += drawn.random.nextDouble(-reach, reach);
            other[SELECTED] = moved(drawn, lagrangian, u[SELECTED], reach);
            assertThat(lagrangian.at(other)).isGreaterThan(search.at.value - 4 * TOLERANCE);
          }
        });
  }

  private static double moved(Drawn drawn, Lagrangian lagrangian, double u, double reach) {
    double t = u + drawn.random.nextDouble(-reach, reach);
    return lagrangian.limits.isFree(SELECTED) ? 0 : lagrangian.limits.admissible(SELECTED, t);
  }

  /** Limits on a region's minors are minimized in turn with its others, which may stop short. */
  @Test
  void no_prices_of_regions_are_better_than_those_the_regional_dual_finds() {
    Seeds.run(
        200,
        seed -> {
          Drawn drawn = new Drawn(seed, 40);
          drawn.regions = drawn.between(1, 4);
          drawn.optional = true;
          Program program = drawn.program();
          DecompositionModel model = new DecompositionModel(program);
          Lagrangian lagrangian = Lagrangian.of(model);
          if (!RegionalDual.fits(model.groups)) {
            return;
          }
          double[] u = multipliers(drawn, program);
          RegionalDual regional =
              new RegionalDual(
                  lagrangian, 50_000, TOLERANCE, ObjectiveRange.of(program)::farthest, () -> false);
          DualPoint point = new DualPoint();
          regional.at(u, point);
          assertThat(lagrangian.at(u)).isCloseTo(point.value, within(1.0));
          boolean minorsLimited =
              program.regional(Term.MINORS).stream().anyMatch(r -> !r.limits().isFree());
          for (int k = 0; k < 200; k++) {
            double[] other = u.clone();
            double reach = Math.pow(10, drawn.between(0, 6));
            for (int row = Term.COUNT; row < u.length; row++) {
              double t = u[row] + drawn.random.nextDouble(-reach, reach);
              other[row] = lagrangian.limits.isFree(row) ? 0 : lagrangian.limits.admissible(row, t);
            }
            double slack = minorsLimited ? 0.01 * Math.abs(point.value) : 10 * TOLERANCE;
            assertThat(lagrangian.at(other)).isGreaterThan(point.value - slack);
          }
        });
  }

  @Test
  void the_multipliers_of_the_dual_are_worth_what_it_says() {
    Seeds.run(
        300,
        seed -> {
          Drawn drawn = new Drawn(seed, 40);
          drawn.regions = Math.max(0, drawn.between(-2, 4));
          drawn.disjoint = drawn.random.nextInt(3) > 0;
          drawn.optional = true;
          Program program = drawn.program();
          Lagrangian lagrangian = Lagrangian.of(new DecompositionModel(program));
          DualMinimizer dualMinimizer =
              new DualMinimizer(
                  lagrangian,
                  new double[lagrangian.limits.count()],
                  DecompositionRun.COLD_STEP,
                  ObjectiveRange.of(program),
                  () -> false);
          if (dualMinimizer.minimize()) {
            assertThat(lagrangian.at(dualMinimizer.u)).isCloseTo(dualMinimizer.value, within(1.0));
          }
        });
  }
}
