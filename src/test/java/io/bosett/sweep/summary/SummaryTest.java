package io.bosett.sweep.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bosett.model.Result;
import io.bosett.solve.CancellationToken;
import io.bosett.sweep.Sweeps;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.points.PointSolver;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SummaryTest {
  private static final long SEED = 14;

  @Test
  void moments_are_exact_beyond_64_bits() {
    long[] numbers = {Long.MAX_VALUE, Long.MIN_VALUE, -1, 0, 3_494_323_141L, -7, Long.MAX_VALUE};
    long[] moments = Moments.empty();
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (long number : numbers) {
      Moments.add(moments, number);
      sum = sum.add(BigInteger.valueOf(number));
      squares = squares.add(BigInteger.valueOf(number).pow(2));
    }
    assertThat(Moments.count(moments)).isEqualTo(7);
    assertThat(Moments.sum(moments)).isEqualTo(sum);
    assertThat(Moments.squares(moments)).isEqualTo(squares);
  }

  @Test
  void moments_of_more_numbers_than_a_sweep_has_points_do_not_overflow() {
    long[] numbers = {Long.MIN_VALUE, Long.MAX_VALUE, -1, 268_435_455, -268_435_456};
    for (long number : numbers) {
      long[] moments = Moments.empty();
      Moments.add(moments, number);
      for (int doubling = 0; doubling < 34; doubling++) {
        for (int i = 0; i < moments.length; i++) {
          moments[i] = Math.addExact(moments[i], moments[i]);
        }
      }
      BigInteger all = BigInteger.ONE.shiftLeft(34);
      assertThat(Moments.count(moments))
          .isEqualTo(all.longValueExact())
          .isGreaterThan(10_000_000_000L);
      assertThat(Moments.sum(moments)).isEqualTo(BigInteger.valueOf(number).multiply(all));
      assertThat(Moments.squares(moments))
          .isEqualTo(BigInteger.valueOf(number).pow(2).multiply(all));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 1025, 2047, 2048, 4400, 10_000_000, Integer.MAX_VALUE})
  void a_number_is_in_the_class_that_begins_at_or_below_it(int number) {
    int index = NumberClasses.of(number);
    assertThat(NumberClasses.least(index)).isLessThanOrEqualTo(number);
    assertThat(number - NumberClasses.least(index)).isLessThanOrEqualTo(number / 500);
    if (number < Integer.MAX_VALUE) {
      assertThat(NumberClasses.least(index + 1)).isGreaterThan(number);
    }
  }

  @Test
  void a_median_is_the_number_in_the_middle() {
    long[] histogram = new long[0];
    for (int number : new int[] {0, 0, 12, 12, 13, 600, 600}) {
      histogram = NumberClasses.counted(histogram, number);
    }
    assertThat(NumberClasses.quantile(histogram, 0.5)).isEqualTo(12);
    assertThat(NumberClasses.quantile(histogram, 0.05)).isZero();
    assertThat(NumberClasses.quantile(histogram, 0.95)).isEqualTo(600);
  }

  /** Of three the second, of four the second: the least number that so many do not exceed. */
  @Test
  void a_quantile_is_the_number_at_its_rank_rounded_up() {
    Random random = new Random(SEED);
    for (int count = 1; count <= 60; count++) {
      int[] numbers = random.ints(count, 0, 40).sorted().toArray();
      long[] histogram = new long[0];
      for (int number : numbers) {
        histogram = NumberClasses.counted(histogram, number);
      }
      for (int percent = 5; percent <= 95; percent += 5) {
        int rank = (percent * count + 99) / 100;
        assertThat(NumberClasses.quantile(histogram, percent / 100.0))
            .as("%d %% of %s", percent, Arrays.toString(numbers))
            .isEqualTo(numbers[rank - 1]);
      }
    }
  }

  /** Two by three cells of three places; the sums of squares of the two-way layout by hand. */
  @Test
  void effects_are_those_of_a_full_factorial_by_hand() throws IOException {
    SweepPlan plan =
        Sweeps.plan(
            Sweeps.THREE,
            """
            {"scenario": "s", "grid": [
              {"name": "fit", "at": "/demand/persons", "values": [18, 25]},
              {"name": "least", "at": "/places/minimum", "values": [1, 3, 6]}]}
            """);
    PointSolver solver = new PointSolver(plan, List.of(), new CancellationToken());
    PartTally tally = new PartTally(plan, List.of());
    double[] y = new double[6];
    boolean[] asked = new boolean[6];
    for (int n = 0; n < 6; n++) {
      PointOutcome outcome = solver.solve(n);
      tally.add(outcome);
      y[n] = outcome.result().objective();
      asked[n] = outcome.persons()[2] > 0;
    }
    double mean = (y[0] + y[1] + y[2] + y[3] + y[4] + y[5]) / 6;
    double all = 0;
    for (double one : y) {
      all += (one - mean) * (one - mean);
    }
    double rows = 3 * (sq((y[0] + y[1] + y[2]) / 3 - mean) + sq((y[3] + y[4] + y[5]) / 3 - mean));
    double columns =
        2
            * (sq((y[0] + y[3]) / 2 - mean)
                + sq((y[1] + y[4]) / 2 - mean)
                + sq((y[2] + y[5]) / 2 - mean));
    Effects effects = new Effects(plan, tally.counts(0));
    assertThat(effects.on(0, "objective")).isCloseTo(rows / all, within(1e-9)).isBetween(0.5, 1.0);
    assertThat(effects.on(1, "objective")).isCloseTo(columns / all, within(1e-9)).isPositive();
    assertThat(effects.on(0, "persons")).isEqualTo(1);
    assertThat(effects.on(1, "persons")).isZero();
    assertThat(effects.on(0, "minors")).isNaN();
    assertThat(asked).containsExactly(true, false, false, true, false, false);
    assertThat(effects.onAsked(1, 2)).isEqualTo(1);
    assertThat(effects.onAsked(0, 2)).isZero();
    assertThat(effects.onAsked(0, 0)).isNaN();
  }

  /**
   * Of 3 by 2 cells three have an allocation: (10, 1), (40, 1) and (40, 30). Two are infeasible,
   * and one is invalid.
   */
  @Test
  void effects_of_an_unbalanced_design_are_those_of_the_points_that_have_the_output()
      throws IOException {
    SweepPlan plan =
        Sweeps.plan(
            Sweeps.THREE,
            """
            {"scenario": "s", "grid": [
              {"name": "demand", "at": "/demand/persons", "values": [10, 20, 40]},
              {"name": "least", "at": "/places/minimum", "values": [1, 30]}]}
            """);
    PointSolver solver = new PointSolver(plan, List.of(), new CancellationToken());
    PartTally tally = new PartTally(plan, List.of());
    for (int n : new int[] {0, 1, 3, 4, 5}) {
      tally.add(solver.solve(n));
    }
    tally.add(
        new PointOutcome(
            plan.source().point(2), Status.INVALID, null, new int[0], new int[0], List.of()));
    Counts counts = tally.counts(0);
    assertThat(counts.get("all/status"))
        .containsExactly(
            statuses(Map.of(Status.OPTIMAL, 3, Status.INFEASIBLE, 2, Status.INVALID, 1)));
    Effects effects = new Effects(plan, counts);
    assertThat(counts.get(effects.key(1, 1, "status")))
        .containsExactly(statuses(Map.of(Status.OPTIMAL, 1, Status.INFEASIBLE, 2)));
    // persons 10, 40 | 40: the mean is 30, all squares are 600, between the bins 2 * 25 + 100
    assertThat(effects.on(1, "persons")).isCloseTo(150.0 / 600, within(1e-12));
    assertThat(effects.on(0, "persons")).isEqualTo(1);
    // B is asked at 1, 1 | 0 over least, and at 1 | 1, 0 over demand: 1/6 of 2/3
    assertThat(effects.onAsked(1, 1)).isEqualTo(1);
    assertThat(effects.onAsked(0, 1)).isCloseTo(0.25, within(1e-12));
  }

  private static long[] statuses(Map<Status, Integer> counted) {
    long[] counts = new long[Status.values().length];
    counted.forEach((status, count) -> counts[status.ordinal()] = count);
    return counts;
  }

  @Test
  void the_fit_of_each_criterion_is_summed_with_its_squares() throws IOException {
    SweepPlan plan =
        Sweeps.plan(
            Sweeps.LETTER,
            """
            {"scenario": "s", "grid": [
              {"name": "least", "at": "/places/minimum", "values": [8, 10, 12]}]}
            """);
    PointSolver solver = new PointSolver(plan, List.of(), new CancellationToken());
    PartTally tally = new PartTally(plan, List.of());
    Map<String, List<BigInteger>> fits = new TreeMap<>();
    for (int n = 0; n < 3; n++) {
      PointOutcome outcome = solver.solve(n);
      tally.add(outcome);
      for (Result.FitReport.OfCriterion one : outcome.result().fit().criteria()) {
        long millionths = Math.round(one.fit() * 1e6);
        fits.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(BigInteger.valueOf(millionths));
      }
    }
    Counts counts = tally.counts(0);
    assertThat(fits).hasSizeGreaterThan(1);
    fits.forEach(
        (criterion, all) -> {
          long[] moments = counts.get("all/fit_" + criterion);
          assertThat(Moments.count(moments)).isEqualTo(3);
          assertThat(Moments.sum(moments))
              .isEqualTo(all.stream().reduce(BigInteger.ZERO, BigInteger::add));
          assertThat(Moments.squares(moments))
              .isEqualTo(all.stream().map(x -> x.pow(2)).reduce(BigInteger.ZERO, BigInteger::add));
        });
  }

  private static double sq(double number) {
    return number * number;
  }

  @Test
  void prim_finds_a_box_that_was_planted() {
    Random random = new Random(SEED);
    int points = 20_000;
    double[][] axes = new double[4][points];
    boolean[] sought = new boolean[points];
    for (int i = 0; i < points; i++) {
      for (double[] axis : axes) {
        axis[i] = random.nextDouble();
      }
      boolean inside = axes[0][i] > 0.6 && axes[2][i] < 0.4;
      sought[i] = random.nextDouble() < (inside ? 0.95 : 0.03);
    }
    List<Prim.Box> boxes = new Prim(axes, sought).boxes();
    Prim.Box whole = boxes.get(0);
    assertThat(whole.coverage()).isEqualTo(1);
    List<Prim.Box> good = new ArrayList<>(boxes);
    good.removeIf(box -> box.coverage() < 0.75);
    Prim.Box best = good.get(good.size() - 1);
    assertThat(best.density()).isGreaterThan(0.85);
    assertThat(best.least()[0]).isCloseTo(0.6, within(0.05));
    assertThat(best.most()[2]).isCloseTo(0.4, within(0.05));
    assertThat(best.most()[0]).isGreaterThan(0.95);
    assertThat(best.least()[1]).isLessThan(0.1);
    assertThat(best.most()[3]).isGreaterThan(0.9);
    for (int i = 1; i < boxes.size(); i++) {
      assertThat(boxes.get(i).coverage()).isLessThanOrEqualTo(boxes.get(i - 1).coverage());
      assertThat(boxes.get(i).density()).isGreaterThan(boxes.get(i - 1).density());
    }
  }

  @Test
  void prim_peels_the_earlier_of_equal_axes_and_the_lower_of_equal_sides() {
    int points = 100;
    double[] values = new double[points];
    boolean[] sought = new boolean[points];
    for (int i = 0; i < points; i++) {
      values[i] = i;
      sought[i] = i >= 40 && i < 60;
    }
    Prim.Box first = new Prim(new double[][] {values, values.clone()}, sought).boxes().get(1);
    assertThat(first.least()[0]).isEqualTo(5);
    assertThat(first.most()[0]).isInfinite();
    assertThat(first.least()[1]).isInfinite();
    assertThat(first.most()[1]).isInfinite();
  }

  @Test
  void prim_without_points_sought_is_the_whole() {
    double[][] axes = {{1, 2, 3}};
    assertThat(new Prim(axes, new boolean[3]).boxes()).hasSize(1);
  }
}
