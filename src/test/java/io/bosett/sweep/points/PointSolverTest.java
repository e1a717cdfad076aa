package io.bosett.sweep.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.solve.CancellationToken;
import io.bosett.sweep.Sweeps;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An outcome follows from its point alone. */
@Tag("slow")
final class PointSolverTest {
  private static final int POINTS = 40;

  private static final String SWEEP =
      """
      {"scenario": "letter.json",
       "grid": [
         {"name": "candidates", "cases": {"as written": {},
          "all but two": {"candidates": {"exclude": ["0301", "1103"]}}}}],
       "draws": {"count": 20, "seed": 3, "method": "random", "axes": [
         {"name": "weight", "at": "/criteria/employment/weight", "between": [0.1, 2]},
         {"name": "minimum", "at": "/places/minimum", "between": [2, 30]},
         {"name": "quota", "at": "/demand/minors", "between": [0, 1200]},
         {"name": "demand", "at": "/demand/persons", "between": [3000, 12000]}]}}
      """;

  private static PointSolver fresh(SweepPlan plan) {
    return new PointSolver(plan, List.of(), new CancellationToken());
  }

  @Test
  void the_points_solved_before_make_no_difference_to_an_outcome() throws IOException {
    SweepPlan plan = Sweeps.plan(Sweeps.LETTER, SWEEP);
    List<Long> numbers = new ArrayList<>();
    for (long number = 0; number < POINTS; number++) {
      numbers.add(number);
    }
    Collections.shuffle(numbers, new Random(1));
    PointSolver solver = fresh(plan);
    Set<Status> seen = EnumSet.noneOf(Status.class);
    for (long number : numbers) {
      PointOutcome outcome = solver.solve(number);
      seen.add(outcome.status());
      assertThat(outcome)
          .usingRecursiveComparison()
          .ignoringFields("point", "result.solver")
          .as("point %d", number)
          .isEqualTo(fresh(plan).solve(number));
    }
    assertThat(seen).contains(Status.OPTIMAL, Status.INFEASIBLE);
  }
}
