package io.bosett.sweep.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Result;
import io.bosett.solve.CancellationToken;
import io.bosett.sweep.Sweeps;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome.Status;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Points far from the letter: many minors in few places, a high minimum, a wide selection. */
@Tag("slow")
final class WideSweepTest {
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));
  private static final int POINTS = 10_000;

  private static final String SWEEP =
      """
      {"scenario": "letter.json",
       "draws": {"count": 10000, "seed": 7, "method": "random", "axes": [
         {"name": "minimum", "at": "/places/minimum", "between": [2, 30]},
         {"name": "per1000", "at": "/places/maximumPer1000/value", "between": [5, 40],
          "scale": "log", "digits": 2},
         {"name": "demand", "at": "/demand/persons", "between": [3000, 7000]},
         {"name": "quota", "at": "/demand/minors", "between": [50, 700]},
         {"name": "group", "at": "/minors/minimumGroup", "between": [1, 10]},
         {"name": "homes", "at": "/minors/municipalities/atMost", "between": [3, 60]},
         {"name": "share", "at": "/selection/share", "between": [0.1, 0.9]},
         {"name": "tolerance", "at": "/selection/tolerance", "between": [0.01, 0.3]},
         {"name": "minors share", "at": "/minors/maximumShare", "between": [0.2, 1]},
         {"name": "employment", "at": "/criteria/employment/weight", "between": [0.1, 2]},
         {"name": "strength", "between": [-1, 1],
          "at": ["/criteria/employment/tilt/strength",
                 "/criteria/introduction_programme/tilt/strength"]}]}}
      """;

  /** Those that were open in a run of all of them, before multipliers descended together. */
  private static final long[] HARD = {765, 2241, 7240, 8135, 9095};

  private static PointSolver solver() throws IOException {
    SweepPlan plan = Sweeps.plan(Sweeps.LETTER, SWEEP);
    return new PointSolver(plan, List.of(), new CancellationToken());
  }

  private static void isProven(PointOutcome outcome) {
    String point = "point " + outcome.point().number() + " of seed 7";
    assertThat(outcome.status()).as(point).isIn(Status.OPTIMAL, Status.INFEASIBLE);
    assertThat(outcome.result().proof()).as(point).isEqualTo(Result.Proof.CERTIFIED);
    assertThat(outcome.isOutOfEffort()).isFalse();
  }

  @Test
  void none_is_left_open() throws IOException {
    PointSolver solver = solver();
    long count = Math.max(300, Math.round(POINTS * SHARE));
    LongStream.range(0, count).forEach(number -> isProven(solver.solve(number)));
  }

  @Test
  void nor_are_those_that_once_were() throws IOException {
    PointSolver solver = solver();
    LongStream.of(HARD).forEach(number -> isProven(solver.solve(number)));
  }
}
