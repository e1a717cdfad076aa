package io.bosett.solve.decomposition.dual;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Seeds;
import io.bosett.solve.decomposition.model.RowLimits;
import io.bosett.solve.decomposition.model.Rows;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LineSearchTest {
  private static final Rows ANY = new Rows(new Drawn(1, 1).program());

  private static final double TOLERANCE = 0.5;

  /**
   * A row with limits, and steps: {@code max(least t, most t) + sum_k height_k max(0, at_k - t)}.
   */
  private record Stairs(double least, double most, double[] at, double[] heights) {
    static Stairs drawn(SplittableRandom random) {
      int count = random.nextInt(1, 12);
      double[] at = random.doubles(count, -1e5, 1e5).toArray();
      double[] heights = random.doubles(count, 1, 9).toArray();
      double all = DoubleStream.of(heights).sum();
      double least = random.nextInt(4) == 0 ? 0 : random.nextDouble(all);
      double most = random.nextInt(3) == 0 ? least : random.nextDouble(least, all + 1);
      return new Stairs(least, most, at, heights);
    }

    double value(double t) {
      double value = t * (t > 0 ? most : least);
      for (int k = 0; k < at.length; k++) {
        value += heights[k] * Math.max(0, at[k] - t);
      }
      return value;
    }

    void evaluate(double t, DualPoint into) {
      double use = 0;
      for (int k = 0; k < at.length; k++) {
        use += at[k] > t ? heights[k] : 0;
      }
      into.value = value(t);
      into.use[0] = use;
      RowLimits limits = new RowLimits(new double[] {least}, new double[] {most}, ANY);
      into.slope = limits.slope(0, t, use);
    }

    double minimum() {
      double[] bends = DoubleStream.concat(DoubleStream.of(0), DoubleStream.of(at)).toArray();
      return DoubleStream.of(bends).map(this::value).min().orElseThrow();
    }
  }

  @Test
  void the_best_point_is_within_the_tolerance_of_the_minimum() {
    Seeds.run(
        20_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          Stairs stairs = Stairs.drawn(random);
          LineSearch search = search(stairs, random.nextDouble(10, 1e5), 1e7);
          double start = random.nextInt(3) == 0 ? 0 : random.nextDouble(-2e5, 2e5);
          search.minimize(start, stairs.least < stairs.most);
          assertThat(search.best.value).isLessThanOrEqualTo(stairs.minimum() + TOLERANCE);
          assertThat(search.best.value).isEqualTo(stairs.value(search.best.t));
        });
  }

  @Test
  void the_mixed_use_at_the_minimum_is_within_the_limits() {
    Seeds.run(
        5_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          Stairs stairs = Stairs.drawn(random);
          LineSearch search = search(stairs, 1e4, 1e9);
          search.minimize(0, stairs.least < stairs.most);
          double all = DoubleStream.of(stairs.heights).sum();
          if (stairs.least <= all) {
            assertThat(search.mixed.use[0]).isBetween(stairs.least - 1e-6, stairs.most + 1e-6);
          }
        });
  }

  @Test
  void a_multiplier_without_a_minimum_goes_no_farther_than_allowed() {
    LineSearch search =
        new LineSearch(
            (t, into) -> {
              into.value = -3 * t;
              into.slope = -3;
            },
            Double.NEGATIVE_INFINITY,
            TOLERANCE,
            1,
            1e6,
            () -> false);
    search.minimize(0, false);
    assertThat(search.best.t).isEqualTo(1e6);
  }

  @Test
  void a_value_below_the_floor_ends_the_search() {
    LineSearch search =
        new LineSearch(
            (t, into) -> {
              into.value = -3 * t;
              into.slope = -3;
            },
            -100,
            TOLERANCE,
            1,
            1e12,
            () -> false);
    search.minimize(0, false);
    assertThat(search.best.value).isBetween(-10_000.0, -100.0);
  }

  private static LineSearch search(Stairs stairs, double width, double farthest) {
    return new LineSearch(
        stairs::evaluate, Double.NEGATIVE_INFINITY, TOLERANCE, width, farthest, () -> false);
  }
}
