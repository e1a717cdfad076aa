package io.bosett.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.service.SolveUseCase;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.SolverFailedException;
import io.bosett.solve.decomposition.LagrangianCertifier;
import io.bosett.store.JobState;
import io.bosett.store.KeptJob;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens in a solve, the allocation ends with the reason and the service goes on. */
@Timeout(120)
@Tag("slow")
final class FailingSolvesTest {
  private final MemoryStore store = new MemoryStore(false, Clock.systemUTC());
  private final AtomicInteger solves = new AtomicInteger();

  @Test
  void a_solver_that_breaks_down_once_is_tried_again() throws Exception {
    try (AllocationService allocations =
        allocations(1, new SolverFailedException("cp-sat: its process died"))) {
      KeptJob ended = AllocationServices.solved(allocations, Documents.small());
      assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(solves).hasValue(2);
      assertThat(store.allocations().log(ended.id()).orElseThrow())
          .contains("the solver broke down and is tried again: cp-sat: its process died");
    }
  }

  @Test
  void a_solver_that_breaks_down_every_time_fails_with_the_reason() throws Exception {
    try (AllocationService allocations =
        allocations(9, new SolverFailedException("cp-sat: its process died"))) {
      KeptJob ended = AllocationServices.solved(allocations, Documents.small());
      assertThat(ended.state()).isEqualTo(JobState.FAILED);
      assertThat(ended.failure()).isEqualTo("cp-sat: its process died");
      assertThat(solves).hasValue(1 + AllocationServices.settings().retries());
    }
  }

  @Test
  void a_solve_that_takes_all_memory_fails_and_the_next_is_solved() throws Exception {
    try (AllocationService allocations = allocations(1, new OutOfMemoryError("by a test"))) {
      KeptJob ended = AllocationServices.solved(allocations, Documents.small());
      assertThat(ended.state()).isEqualTo(JobState.FAILED);
      assertThat(ended.failure()).isEqualTo("it took more memory than there is");
      assertThat(AllocationServices.solved(allocations, Documents.small()).state())
          .isEqualTo(JobState.SUCCEEDED);
    }
  }

  @Test
  void a_defect_fails_with_an_incident_and_costs_no_thread() throws Exception {
    try (AllocationService allocations = allocations(10, new IllegalStateException("secret"))) {
      for (int k = 0; k < 10; k++) {
        KeptJob ended = AllocationServices.solved(allocations, Documents.small());
        assertThat(ended.state()).isEqualTo(JobState.FAILED);
        assertThat(ended.failure()).matches("it met a defect, incident [0-9a-f]{12}");
        assertThat(store.allocations().log(ended.id()).orElseThrow()).doesNotContain("secret");
      }
      assertThat(AllocationServices.solved(allocations, Documents.small()).state())
          .isEqualTo(JobState.SUCCEEDED);
      assertThat(allocations.jobs().running()).isZero();
    }
  }

  @Test
  void a_stack_overflow_fails_with_an_incident() throws Exception {
    try (AllocationService allocations = allocations(1, new StackOverflowError())) {
      assertThat(AllocationServices.solved(allocations, Documents.small()).failure())
          .contains("incident");
    }
  }

  @Test
  void an_answer_that_the_checker_refutes_is_never_given_out() throws Exception {
    CheckedSolver wrong = new CheckedSolver(new Wrong(), new LagrangianCertifier());
    try (AllocationService allocations =
        AllocationServices.open(
            store,
            AllocationServices.settings(),
            (p, w, options) -> wrong.solve(p, options).result())) {
      KeptJob ended = AllocationServices.solved(allocations, Documents.small());
      assertThat(ended.state()).isEqualTo(JobState.FAILED);
      assertThat(ended.failure())
          .matches("the checker refuted the answer; this is a defect, incident [0-9a-f]{12}");
      assertThat(ended.status()).isNull();
      assertThat(store.allocations().result(ended.id())).isEmpty();
    }
  }

  @Test
  void an_allocation_whose_solve_always_ends_the_process_is_given_up() throws Exception {
    MemoryStore shared = new MemoryStore(false, Clock.systemUTC());
    String id;
    try (AllocationService allocations =
        AllocationServices.open(
            shared, AllocationServices.settings(), (p, w, o) -> StubSolvers.whenTold(o))) {
      id = AllocationServices.submit(allocations, Documents.small());
    }
    for (int k = 0; k < 30; k++) {
      shared.allocations().claim("who dies", 1, AllocationServices.settings().lease());
      shared.allocations().releaseAll("another");
    }
    try (AllocationService allocations = AllocationServices.open(shared)) {
      assertThat(AllocationServices.ended(allocations, id).failure())
          .contains("never came to an end");
    }
  }

  @Test
  void a_child_process_that_dies_fails_its_allocation_and_nothing_else() throws Exception {
    try (AllocationService allocations =
        AllocationServices.open(store, AllocationServices.settings(), SolveUseCase::answer)) {
      String id = AllocationServices.submit(allocations, HardDocument.of(1, "cp-sat", 100));
      Set<Long> killed = new HashSet<>();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  killChildren(killed) && killed.size() > AllocationServices.settings().retries());
      KeptJob ended = AllocationServices.ended(allocations, id);
      assertThat(ended.state()).isEqualTo(JobState.FAILED);
      assertThat(ended.failure()).contains("cp-sat", "its process ended with exit code");
      assertThat(store.allocations().log(id).orElseThrow()).contains("is tried again");
      assertThat(AllocationServices.solved(allocations, Documents.small()).state())
          .isEqualTo(JobState.SUCCEEDED);
    }
  }

  /** Kills those that solve, in whatever they are about to do. */
  private static boolean killChildren(Set<Long> killed) {
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .filter(child -> killed.add(child.pid()))
        .forEach(ProcessHandle::destroyForcibly);
    return true;
  }

  /** A allocations whose first solves fail. */
  private AllocationService allocations(int failures, Throwable failure) {
    return AllocationServices.open(
        store,
        AllocationServices.settings(),
        (problem, beside, options) -> {
          if (solves.incrementAndGet() > failures) {
            return SolveUseCase.answer(problem, beside, options);
          }
          throw failure instanceof Error error ? asError(error) : (RuntimeException) failure;
        });
  }

  private static RuntimeException asError(Error error) {
    throw error;
  }

  /** Says that to ask nobody is the best there is. */
  private record Wrong() implements Solver {
    @Override
    public String name() {
      return "wrong";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      Assignment nobody = new Assignment(new int[program.size()], new int[program.size()]);
      return new SolveResult.Proven(
          nobody, null, "", new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>()));
    }
  }
}
