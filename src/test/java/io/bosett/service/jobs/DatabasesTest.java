package io.bosett.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.service.SolveUseCase;
import io.bosett.store.JobState;
import io.bosett.store.JobStore.Cancellation;
import io.bosett.store.KeptJob;
import io.bosett.store.Store;
import io.bosett.store.factory.Stores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The allocations on real databases. */
@Timeout(180)
@Tag("slow")
final class DatabasesTest {
  private static final int MANY = 200;

  @TempDir private Path folder;

  @Test
  void two_hundred_from_many_threads_are_solved_once_each_on_the_embedded_store() throws Exception {
    AtomicInteger solves = new AtomicInteger();
    try (Store store = Stores.embedded(folder, Clock.systemUTC());
        AllocationService allocations =
            AllocationServices.open(store, AllocationServices.settings(), counting(solves))) {
      solveMany(allocations, allocations);
      assertThat(store.allocations().counts()).containsEntry(JobState.SUCCEEDED, MANY);
    }
    assertThat(solves).hasValue(MANY);
  }

  private static SolveRunner.Answerer counting(AtomicInteger solves) {
    return (problem, beside, options) -> {
      solves.incrementAndGet();
      return SolveUseCase.answer(problem, beside, options);
    };
  }

  /** Hands them in at one allocations and waits at the other. */
  @SuppressWarnings("FutureReturnValueIgnored") // the one inside is what is waited for
  private static void solveMany(AllocationService one, AllocationService other) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(16);
    try {
      List<Future<CompletableFuture<KeptJob>>> ends = new ArrayList<>();
      for (int k = 0; k < MANY; k++) {
        String caller = "caller " + k % 5;
        ends.add(
            clients.submit(
                () -> other.ended(AllocationServices.submit(one, Documents.small(), caller))));
      }
      for (Future<CompletableFuture<KeptJob>> end : ends) {
        KeptJob ended = end.get().get(120, TimeUnit.SECONDS);
        assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(ended.attempt()).isEqualTo(1);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void who_hands_in_much_does_not_keep_others_waiting() throws Exception {
    CountDownLatch begin = new CountDownLatch(1);
    try (Store store = Stores.embedded(folder, Clock.systemUTC());
        AllocationService allocations =
            AllocationServices.open(
                store,
                AllocationServices.withThreads(1),
                (p, w, o) -> StubSolvers.deaf(begin, p, w, o))) {
      List<String> greedy = new ArrayList<>();
      for (int k = 0; k < 20; k++) {
        greedy.add(AllocationServices.submit(allocations, Documents.small(), "greedy"));
      }
      String modest = AllocationServices.submit(allocations, Documents.small(), "modest");
      begin.countDown();
      Instant begun = begun(AllocationServices.ended(allocations, modest));
      int before = 0;
      for (String id : greedy) {
        before += begun(AllocationServices.ended(allocations, id)).isBefore(begun) ? 1 : 0;
      }
      assertThat(before).isLessThanOrEqualTo(3);
    }
  }

  private static Instant begun(KeptJob allocation) {
    return Objects.requireNonNull(allocation.startedAt());
  }

  @Test
  void two_processes_share_one_postgresql() throws Exception {
    AtomicInteger solves = new AtomicInteger();
    try (EmbeddedPostgres server = server();
        Store first = store(server);
        Store second = store(server)) {
      String held;
      try (AllocationService one =
              AllocationServices.open(first, AllocationServices.settings(), counting(solves));
          AllocationService other =
              AllocationServices.open(second, AllocationServices.settings(), counting(solves))) {
        solveMany(one, other);
        assertThat(solves).hasValue(MANY);
      }
      held = heldAndCanceledElsewhere(first, second);
      assertThat(first.allocations().find(held).orElseThrow().state()).isEqualTo(JobState.CANCELED);
      takenOverWhenItsProcessIsGone(first, second);
    }
  }

  private static String heldAndCanceledElsewhere(Store first, Store second) throws Exception {
    try (AllocationService one =
        AllocationServices.open(
            first, AllocationServices.settings(), (p, w, o) -> StubSolvers.whenTold(o))) {
      String id = AllocationServices.submit(one, Documents.small());
      AllocationServices.awaitRunning(one, id);
      try (AllocationService other = AllocationServices.open(second)) {
        CompletableFuture<KeptJob> end = other.ended(id);
        assertThat(other.cancel(id)).isInstanceOf(Cancellation.Asked.class);
        assertThat(end.get(10, TimeUnit.SECONDS).state()).isEqualTo(JobState.CANCELED);
      }
      return id;
    }
  }

  private static void takenOverWhenItsProcessIsGone(Store first, Store second) throws Exception {
    String id;
    try (AllocationService one =
        AllocationServices.open(
            first, AllocationServices.settings(), (p, w, o) -> StubSolvers.whenTold(o))) {
      id = AllocationServices.submit(one, Documents.small());
      AllocationServices.awaitRunning(one, id);
    }
    assertThat(first.allocations().claim("who died", 1, Duration.ofSeconds(1))).hasSize(1);
    try (AllocationService other = AllocationServices.open(second)) {
      KeptJob ended = AllocationServices.ended(other, id);
      assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(ended.attempt()).isEqualTo(3);
    }
  }

  private static EmbeddedPostgres server() throws IOException {
    return EmbeddedPostgres.builder().start();
  }

  private static Store store(EmbeddedPostgres server) {
    return Stores.postgres(server.getJdbcUrl("postgres", "postgres"), Clock.systemUTC());
  }
}
