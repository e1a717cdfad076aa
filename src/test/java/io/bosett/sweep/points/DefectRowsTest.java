package io.bosett.sweep.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.SolverFailedException;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.sweep.Sweeps;
import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.summary.Counts;
import io.bosett.sweep.summary.PartTally;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A point whose answer is refuted, or never comes, is a row as well; the next point is solved. */
final class DefectRowsTest {
  /** Lies at the second program and breaks down at the next three, each time otherwise. */
  private static final class Unsteady implements Solver {
    private final Decomposition honest = new Decomposition();
    private int solved;

    @Override
    public String name() {
      return "unsteady";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      solved++;
      switch (solved) {
        case 3 -> throw new SolverFailedException("it broke down");
        case 4 -> throw new IllegalStateException("nobody expected this");
        case 5 -> throw new StackOverflowError();
        default -> {}
      }
      SolveResult result = honest.solve(program, options);
      if (solved == 2 && result instanceof SolveResult.Proven proven) {
        int size = program.size();
        return new SolveResult.Proven(
            new Assignment(new int[size], new int[size]),
            proven.prices(),
            proven.claim(),
            proven.statistics());
      }
      return result;
    }
  }

  @Test
  void a_refuted_answer_is_a_row_with_its_status_and_nothing_else() throws IOException {
    SweepPlan plan =
        Sweeps.plan(
            Sweeps.THREE,
            """
            {"scenario": "s", "grid": [
              {"name": "demand", "at": "/demand/persons", "values": [18, 19, 20, 21, 22, 23]}]}
            """);
    PointSolver solver = new PointSolver(plan, List.of(), new CancellationToken(), new Unsteady());
    PartRows rows = new PartRows(plan, List.of());
    PartTally tally = new PartTally(plan, List.of());
    for (int n = 0; n < 6; n++) {
      PointOutcome outcome = solver.solve(n);
      rows.add(outcome);
      tally.add(outcome);
    }
    assertThat(column(rows, "status").values())
        .containsExactly("OPTIMAL", "DEFECT", "DEFECT", "DEFECT", "DEFECT", "OPTIMAL");
    assertThat(column(rows, "objective").values().subList(1, 5)).containsOnlyNulls();
    assertThat(column(rows, "asked").values().subList(1, 5)).containsOnlyNulls();
    assertThat(column(rows, "point").values()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    Counts counts = tally.counts(0);
    assertThat(counts.get("all/status")[Status.DEFECT.ordinal()]).isEqualTo(4);
    assertThat(counts.get("all/objective")[0]).as("points with an objective").isEqualTo(2);
  }

  private static ColumnData column(PartRows rows, String name) {
    return rows.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
