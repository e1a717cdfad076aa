package io.bosett.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.documents.result.ResultJson;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.model.Violation;
import io.bosett.service.SolveUseCase;
import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class AllocationServiceTest {
  private final MemoryStore store = new MemoryStore(false, Clock.systemUTC());
  private final AllocationService allocations = AllocationServices.open(store);

  @AfterEach
  void close() {
    allocations.close();
  }

  @Test
  void what_is_handed_in_is_solved_and_its_result_kept() throws Exception {
    String id = AllocationServices.submit(allocations, Documents.letter());
    KeptJob ended = AllocationServices.ended(allocations, id);
    assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(ended.status()).isEqualTo(Result.Status.OPTIMAL);
    assertThat(ended.attempt()).isEqualTo(1);
    Result result = ResultJson.read(store.allocations().result(id).orElseThrow());
    assertThat(result.objective()).isEqualTo(3494323141L);
    assertThat(result.proof()).isEqualTo(Result.Proof.CERTIFIED);
    assertThat(ended.progress().objective()).isEqualTo(result.objective());
    assertThat(ended.progress().bound()).isEqualTo(result.bound());
    assertThat(ended.summary()).contains("\"status\":\"OPTIMAL\"", "\"persons\":4400");
  }

  @Test
  void the_figures_of_the_dataset_are_kept_with_the_allocation() throws Exception {
    KeptJob ended = AllocationServices.solved(allocations, Documents.letter());
    String content = ended.datasetContent();
    assertThat(ended.datasetId()).isEqualTo("norway-2018");
    assertThat(store.datasets().content("" + content)).isPresent();
  }

  @Test
  void a_scenario_without_an_answer_ends_with_its_conflict() throws Exception {
    KeptJob ended =
        AllocationServices.solved(allocations, Documents.model("small/short-by-one.json"));
    assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(ended.status()).isEqualTo(Result.Status.INFEASIBLE);
    Result result = ResultJson.read(store.allocations().result(ended.id()).orElseThrow());
    assertThat(result.conflict()).isNotNull();
  }

  @Test
  void the_log_says_when_what_happened() throws Exception {
    KeptJob ended = AllocationServices.solved(allocations, Documents.letter());
    String log = store.allocations().log(ended.id()).orElseThrow();
    assertThat(log.lines().map(line -> line.replaceFirst("^\\S+Z ", "")).toList())
        .startsWith("submitted", "claimed, attempt 1")
        .contains("ended: OPTIMAL, stopped by PROOF, CERTIFIED");
    assertThat(log.lines()).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z .*"));
  }

  @Test
  void all_faults_of_a_scenario_and_of_the_service_are_reported_at_once() {
    String document =
        new String(Documents.small(), StandardCharsets.UTF_8)
            .replace("\"persons\": 20", "\"persons\": 0")
            .replace(
                "\"year\": 2018,",
                "\"year\": 2018, \"solver\": {\"name\": \"abacus\", \"timeLimitSeconds\": 900},");
    byte[] utf8 = document.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> allocations.submit(AllocationServices.submission(utf8)))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.violations().stream().map(Violation::pointer))
                    .containsExactlyInAnyOrder(
                        "/demand/persons", "/solver/name", "/solver/timeLimitSeconds"));
    assertThat(store.allocations().counts()).isEmpty();
  }

  @Test
  void every_bound_is_named_in_the_problems_words() {
    QueueSettings narrow =
        new QueueSettings(
            1, 1, 10, 10, Duration.ofSeconds(5), 2, 0, 0, 0, Duration.ofSeconds(5), "test");
    try (AllocationService small = AllocationServices.open(store, narrow, SolveUseCase::answer)) {
      assertThatThrownBy(() -> small.submit(AllocationServices.submission(Documents.small())))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("/municipalities has 3 municipalities; allowed: at most 2")
          .hasMessageContaining("/criteria has 1 criteria; allowed: at most 0");
      assertThatThrownBy(
              () ->
                  small.submit(
                      AllocationServices.submission(Documents.model("norway-2018/regions.json"))))
          .hasMessageContaining("/dataset has 422 municipalities")
          .hasMessageContaining("/regions has");
    }
  }

  @Test
  void two_hundred_at_once_are_all_solved_once() throws Exception {
    List<String> ids = new ArrayList<>();
    List<CompletableFuture<KeptJob>> ends = new ArrayList<>();
    for (int k = 0; k < 200; k++) {
      ids.add(AllocationServices.submit(allocations, Documents.small(), "caller " + k % 7));
      ends.add(allocations.ended(ids.get(k)));
    }
    for (CompletableFuture<KeptJob> end : ends) {
      assertThat(end.get(60, TimeUnit.SECONDS).state()).isEqualTo(JobState.SUCCEEDED);
    }
    assertThat(store.allocations().outcomes()).isEqualTo(200);
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void more_than_may_wait_are_refused() {
    QueueSettings narrow =
        new QueueSettings(
            1, 1, 1, 1, Duration.ofSeconds(60), 1_000, 20, 50, 0, Duration.ofSeconds(5), "test");
    MemoryStore own = new MemoryStore(false, Clock.systemUTC());
    try (AllocationService small =
        AllocationServices.open(
            own, narrow, (problem, beside, options) -> StubSolvers.whenTold(options))) {
      JobStore.Submission last = null;
      for (int k = 0; k < 4; k++) {
        last = small.submit(AllocationServices.submission(Documents.small()));
      }
      assertThat(last).isInstanceOf(JobStore.Submission.TooManyWaiting.class);
    }
  }

  @Test
  void no_solve_has_more_time_than_the_service_gives_any() throws Exception {
    CompletableFuture<Double> seconds = new CompletableFuture<>();
    try (AllocationService other =
        AllocationServices.open(
            new MemoryStore(false, Clock.systemUTC()),
            AllocationServices.withLongest(Duration.ofSeconds(20)),
            (problem, beside, options) -> {
              seconds.complete(beside.timeLimitSeconds());
              return SolveUseCase.answer(problem, beside, options);
            })) {
      AllocationServices.solved(other, Documents.small());
    }
    assertThat(seconds).isCompletedWithValue(20.0);
  }

  @Test
  void nobody_waits_for_what_there_is_not() {
    assertThatThrownBy(() -> allocations.ended("nothing").get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> allocations.watch("nothing", -1, event -> {}))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(allocations.jobs().subscriptions()).isZero();
  }

  @Test
  void a_closed_service_takes_nothing_and_lets_nobody_wait() {
    MemoryStore own = new MemoryStore(false, Clock.systemUTC());
    AllocationService other =
        AllocationServices.open(
            own,
            AllocationServices.settings(),
            (problem, beside, options) -> StubSolvers.whenTold(options));
    CompletableFuture<KeptJob> end =
        other.ended(AllocationServices.submit(other, Documents.small()));
    other.close();
    assertThatThrownBy(() -> end.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ServiceClosedException.class);
    assertThatThrownBy(() -> other.submit(AllocationServices.submission(Documents.small())))
        .isInstanceOf(ServiceClosedException.class);
    assertThat(own.allocations().counts()).containsOnlyKeys(JobState.QUEUED);
  }
}
