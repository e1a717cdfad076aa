package io.bosett.solve.ortools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.ortools.sat.CpModelProto;
import io.bosett.common.DaemonThreads;
import io.bosett.program.Program;
import io.bosett.program.form.MipForm;
import io.bosett.program.form.RandomPrograms;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.ProgressListener;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
@Tag("slow")
final class ChildProcessTest {
  private static final Program EASY = RandomPrograms.large(8, 60);

  /** Something is found within a second, and nothing proven for long. */
  private static final Program LONG = RandomPrograms.large(8, 100);

  /** What a child works on a task before it is disturbed. */
  private static final Duration WORK = Duration.ofMillis(300);

  @AfterAll
  static void end_children() {
    OrToolsSolvers.close();
    assertThat(ChildProcessPool.all().pids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp-sat", "scip", "highs", "cbc"})
  void a_request_to_cancel_ends_a_solve(String name) {
    Solves.solve(name, EASY, Solves.PATIENT);
    CancellationToken cancel = new CancellationToken();
    whileSolving(cancel::request);
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
    whileSolving(
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
  void a_killed_child_leaves_the_best_answer_to_whoever_wants_it() {
    Solves.solve("cp-sat", EASY, Solves.PATIENT);
    List<String> failures = new CopyOnWriteArrayList<>();
    AtomicBoolean killed = new AtomicBoolean();
    ProgressListener progress =
        new ProgressListener() {
          @Override
          public void report(@Nullable Long objective, @Nullable Long bound) {
            if (objective != null && killed.compareAndSet(false, true)) {
              ChildProcessPool.all()
                  .pids()
                  .forEach(pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());
            }
          }

          @Override
          public boolean keepsBest(String failure) {
            return failures.add(failure);
          }
        };
    SolveResult result = Solves.solve("cp-sat", LONG, Solves.PATIENT.withProgress(progress));
    assertThat(result).isInstanceOf(SolveResult.Feasible.class);
    assertThat(stop(result)).isEqualTo(SolveResult.Stop.EXHAUSTED);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).contains("cp-sat", "exit code 137");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp-sat", "scip", "highs", "cbc"})
  void a_child_that_is_not_responsive_any_more_is_replaced(String name) {
    Solves.solve(name, EASY, Solves.PATIENT);
    List<Long> deaf = ChildProcessPool.all().pids();
    deaf.forEach(ChildProcessTest::hold);
    assertThat(Solves.solve(name, EASY, Solves.PATIENT)).isNotInstanceOf(SolveResult.Unknown.class);
    assertThat(ChildProcessPool.all().pids()).isNotEmpty().doesNotContainAnyElementsOf(deaf);
    assertThat(deaf)
        .noneMatch(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
  }

  @Test
  void writing_to_a_child_that_reads_nothing_holds_nobody_up() throws Exception {
    MipForm large = MipForm.of(RandomPrograms.large(8, 4_000));
    ChildProcess child = ChildProcessPool.all().take(Backend.CP_SAT, 1, Long.MAX_VALUE);
    hold(child.pid());
    for (int k = 0; k < 20; k++) {
      child.stop(child.send(Backend.CP_SAT, Solves.PATIENT, 10, large));
    }
    ChildProcessPool.all().end(child);
    assertThat(child.isAlive()).isFalse();
  }

  /** A terminal and a supervisor send their signals to all processes of a group. */
  @ParameterizedTest
  @CsvSource({"cp-sat,INT", "cp-sat,TERM", "scip,INT", "scip,HUP", "highs,INT", "cbc,TERM"})
  void signals_that_are_for_the_parent_do_not_end_a_child(String name, String signal)
      throws Exception {
    Solves.solve(name, EASY, Solves.PATIENT);
    long begin = System.nanoTime();
    whileSolving(() -> ChildProcessPool.all().pids().forEach(pid -> signal(signal, pid)));
    SolveOptions options = SolveOptions.DEFAULT.withTimeLimit(Duration.ofSeconds(2));
    SolveResult result = Solves.solve(name, LONG, options);
    if (!(result instanceof SolveResult.Proven)) {
      assertThat(stop(result)).isEqualTo(SolveResult.Stop.TIME_LIMIT);
      assertThat(System.nanoTime() - begin).isGreaterThan(1_500_000_000L);
    }
  }

  /** Stops a process, and waits until all its threads stand still: the signal is only sent. */
  private static void hold(long pid) {
    signal("STOP", pid);
    await().until(() -> isHeld(pid));
  }

  private static boolean isHeld(long pid) throws IOException {
    try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
      for (Path thread : threads.toList()) {
        String stat = Files.readString(thread.resolve("stat"));
        if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
          return false;
        }
      }
    }
    return true;
  }

  private static void signal(String name, long pid) {
    try {
      Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start();
      assertThat(kill.waitFor()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
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

  /** Does something once the children, idle until now, have worked for a while. */
  private static void whileSolving(Runnable action) {
    Duration before = worked();
    DaemonThreads.of(
            "disturber",
            () -> {
              await()
                  .atMost(Duration.ofSeconds(60))
                  .until(() -> !worked().minus(before).minus(WORK).isNegative());
              action.run();
            })
        .start();
  }

  /** The processor time that the children have had. */
  private static Duration worked() {
    return ChildProcessPool.all().pids().stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .flatMap(child -> child.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
