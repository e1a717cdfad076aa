package io.bosett.solve.ortools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.ortools.sat.CpModelProto;
import io.bosett.program.Program;
import io.bosett.program.form.RandomPrograms;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.SolverFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@Tag("slow")
final class ChildProcessTest {
  private static final Program EASY = RandomPrograms.large(8, 60);

  @AfterAll
  static void end_children() {
    OrToolsSolvers.close();
    assertThat(ChildProcessPool.all().pids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp-sat", "scip", "highs", "cbc"})
  void a_request_to_cancel_ends_a_solve(String name) {
    CancellationToken cancel = new CancellationToken();
    later(2_000, cancel::request);
    SolveResult result = Solves.solve(name, Solves.HARD, Solves.PATIENT.withCancel(cancel));
    assertThat(stop(result)).isEqualTo(SolveResult.Stop.CANCELED);
    assertThat(Solves.solve(name, EASY, Solves.PATIENT)).isNotInstanceOf(SolveResult.Unknown.class);
  }

  @Test
  void a_solve_canceled_before_it_begins_starts_nothing() {
    OrToolsSolvers.close();
    CancellationToken cancel = new CancellationToken();
    cancel.request();
    SolveResult result = Solves.solve("cp-sat", EASY, Solves.PATIENT.withCancel(cancel));
    assertThat(stop(result)).isEqualTo(SolveResult.Stop.CANCELED);
    assertThat(ChildProcessPool.all().pids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp-sat", "scip", "highs", "cbc"})
  void a_time_limit_ends_a_solve(String name) {
    Solves.solve(name, EASY, Solves.PATIENT);
    SolveOptions options = SolveOptions.DEFAULT.withTimeLimit(Duration.ofSeconds(1));
    SolveResult result = Solves.solve(name, Solves.HARD, options);
    assertThat(stop(result)).isEqualTo(SolveResult.Stop.TIME_LIMIT);
  }

  /** CBC has called feasible programs infeasible after a millisecond. */
  @ParameterizedTest
  @ValueSource(strings = {"cp-sat", "scip", "highs", "cbc"})
  void a_time_limit_of_a_millisecond_is_never_taken_for_infeasibility(String name) {
    for (int k = 0; k < 6; k++) {
      Solves.solve(name, EASY, Solves.PATIENT);
      SolveOptions options = SolveOptions.DEFAULT.withTimeLimit(Duration.ofMillis(1 + 5 * k));
      assertThat(Solves.solve(name, EASY, options)).isNotInstanceOf(SolveResult.Infeasible.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp-sat", "scip", "highs", "cbc"})
  void a_killed_child_is_named_and_the_next_solve_works(String name) {
    Solves.solve(name, EASY, Solves.PATIENT);
    later(
        1_000,
        () ->
            ChildProcessPool.all()
                .pids()
                .forEach(pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly()));
    assertThatThrownBy(() -> Solves.solve(name, Solves.HARD, Solves.PATIENT))
        .isInstanceOf(SolverFailedException.class)
        .hasMessageContaining(name);
    assertThat(Solves.solve(name, EASY, Solves.PATIENT)).isNotInstanceOf(SolveResult.Unknown.class);
  }

  @Test
  void what_natives_print_goes_to_standard_error() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
      OrToolsSolvers.close();
      Solves.solve("highs", EASY, Solves.PATIENT);
      OrToolsSolvers.close();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void no_native_is_loaded_here() throws IOException {
    Solves.solve("cp-sat", EASY, Solves.PATIENT);
    Path maps = Path.of("/proc/self/maps");
    assumeTrue(Files.isReadable(maps), "no /proc here");
    assertThat(Files.readString(maps)).doesNotContain("jniortools");
  }

  /** OR-Tools' messages refuse an older protobuf when their classes are loaded. */
  @Test
  void protobuf_is_as_new_as_ortools_wants_it() {
    assertThat(CpModelProto.newBuilder().build().getSerializedSize()).isZero();
  }

  private static SolveResult.Stop stop(SolveResult result) {
    return result instanceof SolveResult.Feasible feasible
        ? feasible.stop()
        : ((SolveResult.Unknown) result).stop();
  }

  private static void later(long millis, Runnable action) {
    Timer timer = new Timer(true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            action.run();
            timer.cancel();
          }
        },
        millis);
  }
}
