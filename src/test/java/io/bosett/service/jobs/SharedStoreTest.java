package io.bosett.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.model.Result;
import io.bosett.service.SolveUseCase;
import io.bosett.store.JobState;
import io.bosett.store.KeptJob;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes on one store, and a store that is away at times. */
@Timeout(120)
@Tag("slow")
final class SharedStoreTest {
  /** More than the two solving threads and those that look after them meet at once. */
  private static final int MANY_REFUSALS = 8;

  private final SettableClock clock = new SettableClock();
  private final MemoryStore store = new MemoryStore(true, clock);

  @Test
  void two_services_share_what_waits_and_solve_nothing_twice() throws Exception {
    AtomicInteger first = new AtomicInteger();
    AtomicInteger second = new AtomicInteger();
    CountDownLatch both = new CountDownLatch(2);
    try (AllocationService one = counting(first, both);
        AllocationService other = counting(second, both)) {
      List<CompletableFuture<KeptJob>> ends = new ArrayList<>();
      for (int k = 0; k < 60; k++) {
        // Handed in at one allocations and waited for at the other.
        ends.add(other.ended(AllocationServices.submit(one, Documents.small())));
      }
      for (CompletableFuture<KeptJob> end : ends) {
        assertThat(end.get(60, TimeUnit.SECONDS).attempt()).isEqualTo(1);
      }
    }
    assertThat(first.get() + second.get()).isEqualTo(60);
    assertThat(first).hasPositiveValue();
    assertThat(second).hasPositiveValue();
    assertThat(store.allocations().outcomes()).isEqualTo(60);
  }

  /** Neither goes on before both have begun to solve. */
  private AllocationService counting(AtomicInteger solves, CountDownLatch both) {
    return AllocationServices.open(
        store,
        AllocationServices.settings(),
        (problem, beside, options) -> {
          if (solves.getAndIncrement() == 0) {
            both.countDown();
          }
          StubSolvers.await(both);
          return SolveUseCase.answer(problem, beside, options);
        });
  }

  @Test
  void what_is_canceled_in_one_service_stops_in_the_other() throws Exception {
    try (AllocationService solving =
        AllocationServices.open(
            store, AllocationServices.settings(), (p, w, o) -> StubSolvers.whenTold(o))) {
      String id = AllocationServices.submit(solving, Documents.small());
      AllocationServices.awaitRunning(solving, id);
      try (AllocationService other = AllocationServices.open(store)) {
        CompletableFuture<KeptJob> end = other.ended(id);
        other.cancel(id);
        assertThat(end.get(10, TimeUnit.SECONDS).state()).isEqualTo(JobState.CANCELED);
      }
    }
  }

  @Test
  void what_a_dead_process_was_solving_is_solved_by_another_once_its_lease_is_over()
      throws Exception {
    String id;
    try (AllocationService one =
        AllocationServices.open(
            store, AllocationServices.settings(), (p, w, o) -> StubSolvers.whenTold(o))) {
      id = AllocationServices.submit(one, Documents.small());
      AllocationServices.awaitRunning(one, id);
    }
    store.allocations().claim("who died", 1, Duration.ofSeconds(1));
    try (AllocationService other = AllocationServices.open(store)) {
      KeptJob ended = AllocationServices.ended(other, id);
      assertThat(ended.status()).isEqualTo(Result.Status.OPTIMAL);
      assertThat(ended.attempt()).isEqualTo(3);
    }
  }

  @Test
  void a_process_whose_allocation_was_taken_over_writes_nothing() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    CountingListener counts = new CountingListener();
    AllocationService slow =
        AllocationServices.open(
            store,
            AllocationServices.settings(),
            (p, w, o) -> StubSolvers.deaf(latch, p, w, o),
            counts);
    try {
      String id = AllocationServices.submit(slow, Documents.small());
      store.setDown(true);
      clock.jump(Duration.ofMinutes(1));
      store.setDown(false);
      List<KeptJob> taken = store.allocations().claim("another", 1, Duration.ofMinutes(5));
      if (taken.isEmpty()) {
        // The process itself noticed first that its lease is over, and has taken it anew.
        taken = List.of(store.allocations().find(id).orElseThrow());
      }
      latch.countDown();
      await().atMost(Duration.ofSeconds(20)).until(() -> slow.jobs().running() == 0);
      KeptJob now = store.allocations().find(id).orElseThrow();
      boolean another = "another".equals(taken.get(0).owner());
      assertThat(now.state()).isEqualTo(another ? JobState.RUNNING : JobState.SUCCEEDED);
      assertThat(counts.givenBack()).isPositive();
      assertThat(store.allocations().outcomes()).isEqualTo(another ? 0 : 1);
    } finally {
      slow.close();
    }
  }

  @Test
  void a_jump_of_the_clock_leads_to_no_second_result() throws Exception {
    try (AllocationService one = AllocationServices.open(store);
        AllocationService other = AllocationServices.open(store)) {
      List<CompletableFuture<KeptJob>> ends = new ArrayList<>();
      for (int k = 0; k < 40; k++) {
        ends.add(
            one.ended(AllocationServices.submit(k % 2 == 0 ? one : other, Documents.letter())));
        clock.jump(Duration.ofMinutes(k % 3 == 0 ? -7 : 5));
      }
      for (CompletableFuture<KeptJob> end : ends) {
        assertThat(end.get(60, TimeUnit.SECONDS).progress().objective()).isEqualTo(3494323141L);
      }
    }
    assertThat(store.allocations().outcomes()).isEqualTo(40);
  }

  @Test
  void while_the_store_is_away_nothing_is_lost_and_afterwards_all_goes_on() throws Exception {
    MemoryStore own = new MemoryStore(false, Clock.systemUTC());
    try (AllocationService allocations = AllocationServices.open(own)) {
      List<CompletableFuture<KeptJob>> ends = new ArrayList<>();
      for (int k = 0; k < 30; k++) {
        ends.add(allocations.ended(AllocationServices.submit(allocations, Documents.letter())));
      }
      own.setDown(true);
      await().atMost(Duration.ofSeconds(20)).until(() -> own.refused() >= MANY_REFUSALS);
      own.setDown(false);
      for (CompletableFuture<KeptJob> end : ends) {
        assertThat(end.get(60, TimeUnit.SECONDS).state()).isEqualTo(JobState.SUCCEEDED);
      }
      assertThat(own.allocations().outcomes()).isEqualTo(30);
      assertThat(AllocationServices.solved(allocations, Documents.small()).state())
          .isEqualTo(JobState.SUCCEEDED);
    }
  }
}
