package io.bosett.sweep.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.sweep.Sweeps;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.summary.Counts;
import io.bosett.sweep.summary.PartTally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A point that runs into the net of time is solved once more, and counted when that is late too.
 */
final class ClockNetTest {
  /** Ends by the clock at some of its solves. */
  private static final class Late implements Solver {
    private final Decomposition honest = new Decomposition();
    private final Set<Integer> late = Set.of(1, 3, 4);
    private int solved;

    @Override
    public String name() {
      return "late";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      assertThat(options.timeLimit()).isEqualTo(PointSolver.NET);
      SolveResult result = honest.solve(program, options);
      return late.contains(++solved)
          ? new SolveResult.Unknown(null, null, SolveResult.Stop.TIME_LIMIT, result.statistics())
          : result;
    }
  }

  @Test
  void a_point_that_is_late_has_a_second_try_and_one_that_is_late_twice_is_counted()
      throws IOException {
    SweepPlan plan =
        Sweeps.plan(
            Sweeps.THREE,
            """
            {"scenario": "s", "grid": [
              {"name": "demand", "at": "/demand/persons", "values": [18, 19, 20]}]}
            """);
    Late late = new Late();
    PointSolver solver = new PointSolver(plan, List.of(), new CancellationToken(), late);
    PartTally tally = new PartTally(plan, List.of());
    List<Status> statuses = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      PointOutcome outcome = solver.solve(n);
      assertThat(outcome.isOutOfTime()).isEqualTo(n == 1);
      statuses.add(outcome.status());
      tally.add(outcome);
    }
    assertThat(statuses).containsExactly(Status.OPTIMAL, Status.UNKNOWN, Status.OPTIMAL);
    assertThat(late.solved).isEqualTo(2 + 2 + 1);
    Counts counts = tally.counts(0);
    assertThat(counts.get("clock")).containsExactly(1);
    assertThat(counts.get("effort")).containsExactly(0);
  }
}
