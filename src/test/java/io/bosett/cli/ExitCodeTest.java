package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Result;
import io.bosett.model.Result.Status;
import io.bosett.model.Result.Stopped;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {
  private static int exit(Status status, @Nullable Stopped stopped, String solver) {
    return ExitCode.of(
        new Result(
            "",
            status,
            stopped,
            null,
            null,
            null,
            null,
            null,
            new Result.Totals(0, 0, 0, 0, 0),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(),
            new Result.SolverReport(solver, "1", 0, new TreeMap<>(), "")));
  }

  @Test
  void what_is_proven_is_done_or_infeasible() {
    assertThat(exit(Status.OPTIMAL, Stopped.PROOF, "decomposition")).isEqualTo(ExitCode.DONE);
    assertThat(exit(Status.INFEASIBLE, Stopped.PROOF, "cp-sat")).isEqualTo(ExitCode.INFEASIBLE);
  }

  @Test
  void a_method_that_never_proves_is_done_when_it_ends_by_itself() {
    assertThat(exit(Status.FEASIBLE, null, "spreadsheet")).isEqualTo(ExitCode.DONE);
    assertThat(exit(Status.FEASIBLE, Stopped.CANCELED, "spreadsheet")).isEqualTo(ExitCode.LIMIT);
    assertThat(exit(Status.FEASIBLE, Stopped.TIME_LIMIT, "spreadsheet")).isEqualTo(ExitCode.LIMIT);
  }

  @Test
  void an_exact_solver_without_a_proof_reached_a_limit() {
    assertThat(exit(Status.FEASIBLE, Stopped.TIME_LIMIT, "decomposition"))
        .isEqualTo(ExitCode.LIMIT);
    assertThat(exit(Status.FEASIBLE, null, "decomposition")).isEqualTo(ExitCode.LIMIT);
    assertThat(exit(Status.UNKNOWN, Stopped.CANCELED, "cbc")).isEqualTo(ExitCode.LIMIT);
  }
}
