package io.bosett.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.service.SolveUseCase;
import io.bosett.solve.ProgressListener;
import io.bosett.store.JobState;
import io.bosett.store.KeptJob;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Those who are told hear everything in order, the end above all, and cost nobody time. */
@Timeout(120)
@Tag("slow")
final class WatchingTest {
  private final MemoryStore store = new MemoryStore(false, Clock.systemUTC());
  private final CountDownLatch latch = new CountDownLatch(1);
  private final CompletableFuture<ProgressListener> solving = new CompletableFuture<>();
  private final AllocationService allocations =
      AllocationServices.open(
          store,
          AllocationServices.settings(),
          (p, w, o) -> {
            boolean slow = p.problem().scenario().name().startsWith("Three");
            if (slow) {
              solving.complete(o.progress());
            }
            return slow ? StubSolvers.deaf(latch, p, w, o) : SolveUseCase.answer(p, w, o);
          });

  @AfterEach
  void close() {
    latch.countDown();
    allocations.close();
  }

  /** Reports in the name of the solve that waits, and waits until it is heard. */
  private void report(long objective, Queue<JobEvent> events) {
    solving.orTimeout(20, TimeUnit.SECONDS).join().report(objective, 1_000 - objective);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> objectives(events).anyMatch(Long.valueOf(objective)::equals));
  }

  private static Stream<Long> objectives(Queue<JobEvent> events) {
    return events.stream().map(event -> event.job().progress().objective());
  }

  @Test
  void events_come_in_order_and_the_end_comes_last() {
    Queue<JobEvent> events = new ConcurrentLinkedQueue<>();
    String id = AllocationServices.submit(allocations, Documents.small());
    allocations.watch(id, -1, events::add);
    for (long k = 1; k <= 3; k++) {
      report(k, events);
    }
    latch.countDown();
    await().atMost(Duration.ofSeconds(20)).until(() -> hasLast(events));
    List<JobEvent> heard = List.copyOf(events);
    assertThat(heard.stream().map(JobEvent::id).toList()).isSorted().doesNotHaveDuplicates();
    assertThat(heard.get(0).job().state()).isEqualTo(JobState.RUNNING);
    assertThat(heard.stream().filter(JobEvent::isLast)).hasSize(1);
    assertThat(heard.get(heard.size() - 1).isLast()).isTrue();
    assertThat(objectives(events)).containsSubsequence(1L, 2L, 3L);
    assertThat(allocations.jobs().subscriptions()).isZero();
  }

  private static boolean hasLast(Queue<JobEvent> events) {
    return events.stream().anyMatch(JobEvent::isLast);
  }

  @Test
  void who_comes_late_is_told_the_end_alone() throws Exception {
    KeptJob ended = AllocationServices.solved(allocations, Documents.letter());
    Queue<JobEvent> events = new ConcurrentLinkedQueue<>();
    allocations.watch(ended.id(), -1, events::add);
    await().atMost(Duration.ofSeconds(20)).until(() -> hasLast(events));
    assertThat(events).containsExactly(new JobEvent(ended));
  }

  @Test
  void who_has_heard_an_event_is_told_only_later_ones() {
    String id = AllocationServices.submit(allocations, Documents.small());
    Queue<JobEvent> before = new ConcurrentLinkedQueue<>();
    allocations.watch(id, -1, before::add);
    report(1, before);
    long heard = before.stream().mapToLong(JobEvent::id).max().orElseThrow();
    Queue<JobEvent> after = new ConcurrentLinkedQueue<>();
    allocations.watch(id, heard, after::add);
    latch.countDown();
    await().atMost(Duration.ofSeconds(20)).until(() -> hasLast(after));
    assertThat(after).allMatch(event -> event.id() > heard);
  }

  @Test
  void who_has_closed_is_told_no_more() throws Exception {
    String id = AllocationServices.submit(allocations, Documents.small());
    Queue<JobEvent> events = new ConcurrentLinkedQueue<>();
    allocations.watch(id, -1, events::add).close();
    latch.countDown();
    AllocationServices.ended(allocations, id);
    assertThat(events).noneMatch(JobEvent::isLast);
    await().atMost(Duration.ofSeconds(20)).until(() -> allocations.jobs().subscriptions() == 0);
  }

  @Test
  void thousands_wait_without_a_thread_of_their_own() throws Exception {
    String id = AllocationServices.submit(allocations, Documents.small());
    AtomicInteger ends = new AtomicInteger();
    List<CompletableFuture<KeptJob>> futures = new ArrayList<>();
    int before = Thread.activeCount();
    for (int k = 0; k < 2_000; k++) {
      allocations.watch(id, -1, event -> ends.addAndGet(event.isLast() ? 1 : 0));
      futures.add(allocations.ended(id));
    }
    assertThat(Thread.activeCount()).isLessThan(before + 20);
    latch.countDown();
    for (CompletableFuture<KeptJob> future : futures) {
      assertThat(future.get(60, TimeUnit.SECONDS).state()).isEqualTo(JobState.SUCCEEDED);
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> ends.get() == 2_000);
    assertThat(allocations.jobs().subscriptions()).isZero();
  }

  @Test
  void a_listener_that_is_slow_or_fails_delays_no_solve() throws Exception {
    String watched = AllocationServices.submit(allocations, Documents.small());
    CountDownLatch never = new CountDownLatch(1);
    for (int k = 0; k < 5; k++) {
      allocations.watch(
          watched,
          -1,
          event -> {
            if (never.getCount() > 0) {
              awaitQuietly(never);
            }
            throw new IllegalStateException("by a test");
          });
    }
    String solved = AllocationServices.submit(allocations, Documents.letter());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> store.allocations().find(solved).orElseThrow().state().isEnded());
    never.countDown();
    latch.countDown();
    assertThat(AllocationServices.ended(allocations, watched).state())
        .isEqualTo(JobState.SUCCEEDED);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void to_cancel_the_future_is_to_wait_no_longer() {
    String id = AllocationServices.submit(allocations, Documents.small());
    allocations.ended(id).cancel(false);
    assertThat(allocations.jobs().subscriptions()).isZero();
    assertThat(store.allocations().find(id).orElseThrow().stopAsked()).isFalse();
  }
}
