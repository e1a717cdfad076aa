package io.bosett.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.SolveUseCase;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A job whose caller waits is stored once, with its end, and as before when that does not come. */
@Tag("slow")
final class DeferredSubmissionTest {
  private final MemoryStore store = new MemoryStore(false, Clock.systemUTC());
  private final CountDownLatch release = new CountDownLatch(1);

  /** One thread, so that a second job finds no slot. */
  private final AllocationService service =
      AllocationServices.open(store, AllocationServices.withThreads(1), this::answer);

  private volatile boolean slow;

  private Result answer(CompiledProblem problem, SolverSettings beside, SolveOptions options) {
    while (slow && release.getCount() > 0 && !options.cancel().isRequested()) {
      try {
        assertThat(release.await(5, TimeUnit.MILLISECONDS)).isIn(true, false);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return SolveUseCase.answer(problem, beside, options);
  }

  @AfterEach
  void close() {
    release.countDown();
    service.close();
  }

  private CompletableFuture<JobStore.Submission> submit() {
    return service.submitAwaited(AllocationServices.submission(Documents.small()));
  }

  private static KeptJob kept(CompletableFuture<JobStore.Submission> submission) throws Exception {
    return ((JobStore.Submission.Accepted) submission.get(60, TimeUnit.SECONDS)).job();
  }

  private KeptJob stored(String id) {
    return store.allocations().find(id).orElseThrow();
  }

  /** Until the service has found that nothing waits in the store. */
  private void settle() {
    await().until(() -> kept(submit()).state().isEnded());
  }

  private int all() {
    return store.allocations().counts().values().stream().mapToInt(count -> count).sum();
  }

  @Test
  void what_ends_soon_is_stored_once_as_it_ended() throws Exception {
    settle();
    int before = store.allocations().outcomes();
    KeptJob ended = kept(submit());
    assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(stored(ended.id())).isEqualTo(ended);
    assertThat(ended.attempt()).isEqualTo(1);
    assertThat(ended.startedAt()).isEqualTo(ended.createdAt());
    assertThat(ended.createdAt()).isEqualTo(ended.createdAt().truncatedTo(ChronoUnit.MILLIS));
    assertThat(store.allocations().outcomes()).isEqualTo(before + 1);
  }

  @Test
  void what_does_not_end_soon_is_stored_while_it_runs() throws Exception {
    settle();
    slow = true;
    KeptJob running = kept(submit());
    assertThat(running.state()).isEqualTo(JobState.RUNNING);
    assertThat(stored(running.id()).state()).isEqualTo(JobState.RUNNING);
    release.countDown();
    assertThat(AllocationServices.ended(service, running.id()).state())
        .isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void what_finds_no_slot_is_queued_in_the_store_and_done_in_its_turn() throws Exception {
    settle();
    slow = true;
    CompletableFuture<JobStore.Submission> first = submit();
    List<CompletableFuture<JobStore.Submission>> others = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      others.add(submit()); // and wait in memory for too long
    }
    assertThat(kept(first).state()).isEqualTo(JobState.RUNNING);
    for (CompletableFuture<JobStore.Submission> other : others) {
      assertThat(stored(kept(other).id()).state()).isEqualTo(JobState.QUEUED);
    }
    release.countDown();
    for (CompletableFuture<JobStore.Submission> other : others) {
      KeptJob ended = AllocationServices.ended(service, kept(other).id());
      assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(ended.attempt()).isEqualTo(1);
    }
  }

  @Test
  void a_hundred_at_once_are_all_answered_once() throws Exception {
    settle();
    int before = store.allocations().outcomes();
    List<CompletableFuture<JobStore.Submission>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(submit());
    }
    for (CompletableFuture<JobStore.Submission> one : all) {
      KeptJob ended = AllocationServices.ended(service, kept(one).id());
      assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
    }
    assertThat(store.allocations().outcomes()).isEqualTo(before + 100);
  }

  @Test
  void a_slow_store_holds_submissions_back_and_loses_none() throws Exception {
    settle();
    int before = store.allocations().outcomes();
    store.setSlow(Duration.ofMillis(10));
    ExecutorService callers = Executors.newFixedThreadPool(20);
    try {
      List<Future<KeptJob>> all = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        all.add(callers.submit(() -> AllocationServices.ended(service, kept(submit()).id())));
      }
      for (Future<KeptJob> one : all) {
        assertThat(one.get(60, TimeUnit.SECONDS).state()).isEqualTo(JobState.SUCCEEDED);
      }
    } finally {
      callers.shutdownNow();
    }
    store.setSlow(Duration.ZERO);
    assertThat(store.allocations().outcomes()).isEqualTo(before + 80);
  }

  @Test
  void when_the_store_is_down_the_caller_hears_it_and_nothing_is_stored() throws Exception {
    settle();
    int before = all();
    store.setDown(true);
    CompletableFuture<JobStore.Submission> lost = submit();
    assertThatThrownBy(() -> lost.get(60, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(StoreUnavailableException.class);
    slow = true;
    CompletableFuture<JobStore.Submission> longer = submit();
    assertThatThrownBy(() -> longer.get(60, TimeUnit.SECONDS))
        .hasCauseInstanceOf(StoreUnavailableException.class);
    store.setDown(false);
    await().until(() -> service.jobs().running() == 0);
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void a_service_that_closes_queues_what_it_had_begun_and_what_waited() throws Exception {
    settle();
    slow = true;
    CompletableFuture<JobStore.Submission> begun = submit();
    CompletableFuture<JobStore.Submission> waiting = submit();
    service.close();
    for (CompletableFuture<JobStore.Submission> one : List.of(begun, waiting)) {
      assertThat(stored(kept(one).id()).state()).isEqualTo(JobState.QUEUED);
    }
    assertThatThrownBy(this::submit).isInstanceOf(ServiceClosedException.class);
  }
}
