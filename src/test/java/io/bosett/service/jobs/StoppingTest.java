package io.bosett.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bosett.analysis.conflict.ConflictFinder;
import io.bosett.documents.result.ResultJson;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.SolveUseCase;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.SolveOptions;
import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.JobStore.Cancellation;
import io.bosett.store.JobTask;
import io.bosett.store.KeptJob;
import io.bosett.store.NewJob;
import io.bosett.store.Store;
import io.bosett.store.factory.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every solver stops when it is told, and what does not is left behind. */
@Timeout(180)
@Tag("slow")
final class StoppingTest {
  /** Far less than the solves would take, far more than stopping takes on a busy machine. */
  private static final long SOON_SECONDS = 30;

  /** Where an answer could still count, ten seconds are waited for it; here none can. */
  private static final long LEFT_BEHIND_SECONDS = 9;

  /** A child process has loaded its natives and solves. */
  private static final Duration UNDER_WAY = Duration.ofMillis(1_500);

  private final CancellationToken cancel = new CancellationToken();
  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Stores.embedded(folder, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"decomposition", "cp-sat", "scip", "highs", "cbc"})
  void a_canceled_solve_ends_soon(String solver) throws Exception {
    AtomicReference<Long> bound = new AtomicReference<>();
    SolveOptions options =
        SolveOptions.DEFAULT
            .withCancel(cancel)
            .withProgress((objective, proven) -> bound.set(proven));
    CompletableFuture<Result> answer = answer(HardDocument.of(1, solver, 100), options);
    awaitQuietly(
        solver.equals("decomposition") ? () -> bound.get() != null : StoppingTest::isChildUnderWay);
    cancel.request();
    Result result = answer.get(SOON_SECONDS, TimeUnit.SECONDS);
    assertThat(result.status()).isIn(Result.Status.UNKNOWN, Result.Status.FEASIBLE);
    assertThat(result.stopped()).isEqualTo(Result.Stopped.CANCELED);
  }

  private static CompletableFuture<Result> answer(byte[] document, SolveOptions options) {
    ScenarioReading reading = ScenarioFormat.read(document);
    Problem problem = new Problem(reading.orThrow(), Objects.requireNonNull(reading.inline()));
    return CompletableFuture.supplyAsync(
        () -> SolveUseCase.answer(problem, SolverSettings.NONE, options),
        work -> new Thread(work, "answers").start());
  }

  private static void awaitQuietly(Callable<Boolean> underWay) {
    await().atMost(Duration.ofSeconds(SOON_SECONDS)).until(underWay);
  }

  @Test
  void a_canceled_allocation_ends_and_its_thread_solves_the_next() throws Exception {
    try (AllocationService allocations =
        AllocationServices.open(
            store,
            AllocationServices.withThreads(1),
            (p, w, o) ->
                p.problem().scenario().name().startsWith("Three")
                    ? SolveUseCase.answer(p, w, o)
                    : StubSolvers.whenTold(o))) {
      String id = AllocationServices.submit(allocations, Documents.letter());
      AllocationServices.awaitRunning(allocations, id);
      assertThat(allocations.cancel(id)).isInstanceOf(Cancellation.Asked.class);
      KeptJob ended = allocations.ended(id).get(SOON_SECONDS, TimeUnit.SECONDS);
      assertThat(ended.state()).isEqualTo(JobState.CANCELED);
      assertThat(AllocationServices.solved(allocations, Documents.small()).state())
          .isEqualTo(JobState.SUCCEEDED);
      assertThat(allocations.jobs().strays()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"decomposition", "cp-sat", "scip", "highs", "cbc"})
  void a_solve_ends_soon_after_its_time_limit(String solver) throws Exception {
    try (AllocationService allocations =
        AllocationServices.open(store, AllocationServices.withThreads(1), SolveUseCase::answer)) {
      String id = AllocationServices.submit(allocations, HardDocument.of(2, solver, 2));
      KeptJob ended = allocations.ended(id).get(2 + SOON_SECONDS, TimeUnit.SECONDS);
      assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
      Result result = ResultJson.read(store.allocations().result(id).orElseThrow());
      assertThat(result.stopped()).isEqualTo(Result.Stopped.TIME_LIMIT);
    }
  }

  @Test
  void the_search_for_a_conflict_stops_too() throws Exception {
    long begun = System.nanoTime();
    CompletableFuture<Result> answer =
        answer(HardDocument.beyondCapacity(3), SolveOptions.DEFAULT.withCancel(cancel));
    awaitQuietly(StoppingTest::isConflictSearched);
    cancel.request();
    Duration asked = Duration.ofNanos(System.nanoTime() - begun);
    Result result = answer.get(SOON_SECONDS, TimeUnit.SECONDS);
    assertThat(result.status()).isEqualTo(Result.Status.INFEASIBLE);
    Duration most = ConflictFinder.DEFAULT_BUDGET;
    if (asked.compareTo(most.dividedBy(5)) < 0) {
      // On a machine that is busier its own time may be up before it hears of the cancel.
      assertThat(result.solver().phases().get("conflict")).isLessThan((double) most.toSeconds());
    }
  }

  @Test
  void what_waits_ends_at_once_when_canceled() throws Exception {
    try (AllocationService allocations =
        AllocationServices.open(
            store,
            AllocationServices.withThreads(1),
            (p, w, options) -> StubSolvers.whenTold(options))) {
      AllocationServices.submit(allocations, Documents.small());
      String waiting = AllocationServices.submit(allocations, Documents.small());
      assertThat(allocations.cancel(waiting)).isInstanceOf(Cancellation.Ended.class);
      assertThat(allocations.ended(waiting).get(SOON_SECONDS, TimeUnit.SECONDS).state())
          .isEqualTo(JobState.CANCELED);
      assertThat(allocations.cancel(waiting)).isInstanceOf(Cancellation.TooLate.class);
      assertThat(allocations.cancel("nothing")).isInstanceOf(Cancellation.NotFound.class);
    }
  }

  @Test
  void a_canceled_solve_that_does_not_hear_is_left_behind() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    CountingListener counts = new CountingListener();
    try (AllocationService allocations =
        AllocationServices.open(
            store,
            AllocationServices.withThreads(1),
            (p, w, o) ->
                p.problem().scenario().name().startsWith("Three")
                    ? SolveUseCase.answer(p, w, o)
                    : StubSolvers.deaf(latch, p, w, o),
            counts)) {
      String deaf = AllocationServices.submit(allocations, Documents.letter());
      AllocationServices.awaitRunning(allocations, deaf);
      allocations.cancel(deaf);
      KeptJob ended = allocations.ended(deaf).get(LEFT_BEHIND_SECONDS, TimeUnit.SECONDS);
      assertThat(ended.state()).isEqualTo(JobState.CANCELED);
      assertThat(ended.status()).isNull();
      assertThat(store.allocations().result(deaf)).isEmpty();
      String next = AllocationServices.submit(allocations, Documents.small());
      assertThat(allocations.ended(next).get(SOON_SECONDS, TimeUnit.SECONDS).state())
          .isEqualTo(JobState.SUCCEEDED);
      assertThat(allocations.jobs().strays()).isEqualTo(1);
      assertThat(counts.strayed()).isEqualTo(1);
      latch.countDown();
      await().atMost(Duration.ofSeconds(20)).until(() -> allocations.jobs().strays() == 0);
      assertThat(allocations.find(deaf)).contains(ended);
    }
  }

  @Test
  void stuck_threads_beyond_those_that_are_replaced_are_counted_and_their_solver_is_refused()
      throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    try (AllocationService allocations =
        AllocationServices.open(
            store,
            AllocationServices.withThreads(1),
            (p, w, o) -> StubSolvers.deaf(latch, p, w, o))) {
      for (int stuck = 1; stuck <= 2; stuck++) {
        String deaf = AllocationServices.submit(allocations, Documents.small());
        AllocationServices.awaitRunning(allocations, deaf);
        allocations.cancel(deaf);
        int expected = stuck;
        await()
            .atMost(Duration.ofSeconds(LEFT_BEHIND_SECONDS))
            .until(() -> allocations.jobs().strays() == expected);
        allocations.ended(deaf).get(LEFT_BEHIND_SECONDS, TimeUnit.SECONDS);
      }
      assertThatThrownBy(() -> AllocationServices.submit(allocations, Documents.small()))
          .isInstanceOf(StuckSolverException.class)
          .hasMessageContaining("2 solves do not stop when told")
          .hasMessageContaining("'decomposition'");
      latch.countDown();
      await().atMost(Duration.ofSeconds(20)).until(() -> allocations.jobs().strays() == 0);
      assertThat(AllocationServices.solved(allocations, Documents.small()).state())
          .isEqualTo(JobState.SUCCEEDED);
    }
  }

  @Test
  void the_best_found_stays_when_a_canceled_solve_is_slow_to_bring_it() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    try (AllocationService allocations =
        AllocationServices.open(
            store,
            AllocationServices.withThreads(1),
            (p, w, o) -> {
              if (p.problem().scenario().name().startsWith("Three")) {
                return SolveUseCase.answer(p, w, o);
              }
              o.progress().report(1L, null);
              return StubSolvers.deaf(latch, p, w, SolveOptions.DEFAULT);
            })) {
      String slow = AllocationServices.submit(allocations, Documents.letter());
      await().until(() -> allocations.find(slow).orElseThrow().progress().objective() != null);
      allocations.cancel(slow);
      await()
          .atMost(Duration.ofSeconds(SOON_SECONDS))
          .until(() -> allocations.jobs().strays() == 1);
      assertThat(AllocationServices.solved(allocations, Documents.small()).state())
          .isEqualTo(JobState.SUCCEEDED);
      latch.countDown();
      KeptJob ended = AllocationServices.ended(allocations, slow);
      assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(store.allocations().log(slow).orElseThrow()).contains("ended: OPTIMAL");
      assertThat(store.allocations().result(slow)).isPresent();
    }
  }

  @Test
  void an_answer_that_comes_a_little_after_the_time_limit_counts() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    try (AllocationService allocations =
        AllocationServices.open(
            store,
            AllocationServices.withThreads(1),
            (p, w, o) ->
                p.problem().scenario().solver().timeLimitSeconds() == null
                    ? SolveUseCase.answer(p, w, o)
                    : StubSolvers.deaf(latch, p, w, o))) {
      String late = AllocationServices.submit(allocations, Documents.smallWithin(0.2));
      await().atMost(Duration.ofSeconds(20)).until(() -> allocations.jobs().strays() == 1);
      assertThat(AllocationServices.solved(allocations, Documents.small()).state())
          .isEqualTo(JobState.SUCCEEDED);
      latch.countDown();
      KeptJob ended = AllocationServices.ended(allocations, late);
      assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(ended.status()).isEqualTo(Result.Status.OPTIMAL);
    }
  }

  @Test
  void closing_gives_back_what_is_being_solved_and_the_next_service_solves_it() throws Exception {
    String id;
    try (AllocationService allocations =
        AllocationServices.open(
            store,
            AllocationServices.settings(),
            (p, w, options) -> StubSolvers.whenTold(options))) {
      id = AllocationServices.submit(allocations, Documents.letter());
      AllocationServices.awaitRunning(allocations, id);
    }
    assertThat(store.allocations().find(id).orElseThrow().state()).isEqualTo(JobState.QUEUED);
    try (AllocationService allocations = AllocationServices.open(store)) {
      KeptJob ended = AllocationServices.ended(allocations, id);
      assertThat(ended.status()).isEqualTo(Result.Status.OPTIMAL);
      assertThat(ended.attempt()).isEqualTo(2);
    }
  }

  @Test
  void what_a_process_left_behind_is_solved_by_the_next() throws Exception {
    byte[] document = Documents.letter();
    SubmissionValidator submissionValidator =
        new SubmissionValidator(
            new StoredDatasets(store.datasets()), AllocationServices.settings());
    NewJob left =
        submissionValidator
            .kept(submissionValidator.take(AllocationServices.submission(document)), JobTask.NONE)
            .withClaim(new NewJob.Claim("who died", 60_000));
    store.allocations().submit(left, new JobStore.QueueLimits(10, 10));
    assertThat(store.allocations().find(left.id()).orElseThrow().state())
        .isEqualTo(JobState.RUNNING);
    try (AllocationService allocations = AllocationServices.open(store)) {
      assertThat(AllocationServices.ended(allocations, left.id()).status())
          .isEqualTo(Result.Status.OPTIMAL);
    }
  }

  private static boolean isChildUnderWay() {
    return ProcessHandle.current()
        .children()
        .map(ProcessHandle::info)
        .filter(info -> info.command().orElse("").endsWith("java"))
        .flatMap(info -> info.totalCpuDuration().stream())
        .anyMatch(time -> time.compareTo(UNDER_WAY) > 0);
  }

  private static boolean isConflictSearched() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().equals(ConflictFinder.class.getName()));
  }
}
