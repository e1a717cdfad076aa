package io.bosett.store;

import static io.bosett.store.Given.LEASE;
import static io.bosett.store.Given.LIMITS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bosett.store.JobStore.Submission;
import io.bosett.store.factory.Stores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes, as it were, on one PostgreSQL. */
@Tag("slow")
final class PostgresTest {
  private static final Duration OVER = Duration.ofMillis(-1);
  private final SteppedClock clock = new SteppedClock();
  private PostgresPlace place;
  private Store one;
  private Store two;

  @BeforeEach
  void open() {
    place = new PostgresPlace(clock);
    List<Store> stores = Together.run(2, n -> place.open());
    one = stores.get(0);
    two = stores.get(1);
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
    place.close();
  }

  @Test
  void it_is_shared() {
    assertThat(one.isShared()).isTrue();
    assertThat(one.isAvailable()).isTrue();
    String id = Given.submit(one, "ann").id();
    assertThat(two.allocations().find(id)).isPresent();
  }

  @Test
  void a_lease_holds_by_the_databases_clock_whatever_ours_says() {
    Given.submit(one, "ann");
    one.allocations().claim("first", 1, LEASE);
    clock.step(Duration.ofDays(100));
    assertThat(two.allocations().claim("second", 1, LEASE)).isEmpty();
  }

  @Test
  void what_a_dead_process_was_solving_is_taken_over_and_it_can_change_nothing_any_more() {
    String id = Given.submit(one, "ann").id();
    one.allocations().claim("first", 1, OVER);
    KeptJob taken = two.allocations().claim("second", 1, LEASE).get(0);
    assertThat(taken.id()).isEqualTo(id);
    assertThat(taken.attempt()).isEqualTo(2);
    assertThat(taken.progress()).isEqualTo(JobProgress.NONE);
    Map<String, JobProgress> progress = Map.of(id, new JobProgress(9, 9L, 9L, 9));
    assertThat(one.allocations().renew("first", LEASE, progress)).isEmpty();
    assertThat(one.allocations().finish(id, "first", 1, Given.success("r"))).isEmpty();
    assertThat(one.allocations().release(id, "first", 1)).isFalse();
    assertThat(two.allocations().find(id)).contains(taken);
    assertThat(two.allocations().finish(id, "second", 2, Given.success("r"))).isPresent();
  }

  @Test
  void a_renewed_lease_holds_and_one_that_ran_out_untaken_is_still_the_owners() {
    String id = Given.submit(one, "ann").id();
    one.allocations().claim("first", 1, OVER);
    Map<String, JobProgress> progress = Map.of(id, JobProgress.NONE);
    assertThat(one.allocations().renew("first", LEASE, progress)).containsEntry(id, false);
    assertThat(two.allocations().claim("second", 1, LEASE)).isEmpty();
    assertThat(one.allocations().finish(id, "first", 1, Given.success("r"))).isPresent();
  }

  @Test
  void a_job_that_another_transaction_is_changing_holds_up_no_renewal() throws Exception {
    String changing = Given.submit(one, "ann").id();
    String other = Given.submit(one, "ann").id();
    one.allocations().claim("first", 2, LEASE);
    Map<String, JobProgress> progress = new TreeMap<>();
    for (String id : List.of(changing, other)) {
      progress.put(id, new JobProgress(3, 7L, 9L, 5));
    }
    try (Connection connection = DriverManager.getConnection(place.url());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("UPDATE jobs SET version = 'x' WHERE id = '" + changing + "'");
      assertThat(one.allocations().renew("first", LEASE, progress))
          .containsEntry(changing, false)
          .containsEntry(other, false);
      connection.rollback();
    }
    assertThat(two.allocations().find(other).orElseThrow().progress().sequence()).isEqualTo(3);
    assertThat(two.allocations().find(changing).orElseThrow().progress().sequence()).isZero();
    assertThat(one.allocations().renew("first", LEASE, progress)).hasSize(2);
    assertThat(two.allocations().find(changing).orElseThrow().progress().sequence()).isEqualTo(3);
    assertThat(one.allocations().renew("second", LEASE, progress)).isEmpty();
  }

  @Test
  void a_claim_that_came_with_the_submission_runs_out_too() {
    one.allocations().submit(Given.claimed("ann", "first", OVER), LIMITS);
    Given.submit(one, "bob");
    List<KeptJob> claimed = two.allocations().claim("second", 5, LEASE);
    assertThat(claimed).extracting(KeptJob::attempt).containsExactly(2, 1);
  }

  @Test
  void one_that_a_dead_process_was_to_stop_ends_and_is_not_taken_over() {
    String id = Given.submit(one, "ann").id();
    one.allocations().claim("first", 1, OVER);
    one.allocations().cancel(id);
    assertThat(two.allocations().claim("second", 1, LEASE)).isEmpty();
    KeptJob ended = two.allocations().find(id).orElseThrow();
    assertThat(ended.state()).isEqualTo(JobState.CANCELED);
    assertThat(ended.endedAt()).isEqualTo(clock.instant());
  }

  @Test
  void each_ends_exactly_once_though_leases_run_out_all_the_time() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      ids.add(Given.submit(one, "caller" + i % 3).id());
    }
    List<List<String>> ended =
        Together.run(
            6,
            number -> {
              JobStore allocations = (number % 2 == 0 ? one : two).allocations();
              List<String> mine = new ArrayList<>();
              while (allocations.counts().get(JobState.SUCCEEDED) < ids.size()) {
                Duration lease = number < 3 ? OVER : LEASE;
                for (KeptJob a : allocations.claim("owner" + number, 2, lease)) {
                  Outcome outcome = Given.success("by " + number + " in " + a.attempt());
                  if (allocations
                      .finish(a.id(), "owner" + number, a.attempt(), outcome)
                      .isPresent()) {
                    mine.add(a.id() + " by " + number + " in " + a.attempt());
                  }
                }
              }
              return mine;
            });
    List<String> all = ended.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(ids.size());
    for (String said : all) {
      String id = said.substring(0, said.indexOf(' '));
      assertThat(new String(two.allocations().result(id).orElseThrow(), UTF_8))
          .isEqualTo(said.substring(said.indexOf(' ') + 1));
      assertThat(ids.remove(id)).isTrue();
    }
  }

  @Test
  void identical_requests_to_two_processes_give_one_allocation() {
    List<Submission> all =
        Together.run(
            8,
            n ->
                (n % 2 == 0 ? one : two)
                    .allocations()
                    .submit(Given.keyed("ann", "k", "hash"), LIMITS));
    assertThat(all).filteredOn(s -> s instanceof Submission.Accepted).hasSize(1);
    assertThat(all).filteredOn(s -> s instanceof Submission.Repeated).hasSize(7);
  }

  @Test
  void a_server_that_stops_is_told_and_used_again_once_it_is_back() {
    try (PostgresServer server = new PostgresServer();
        Store store = server.openStore(clock)) {
      String before = Given.submit(store, "ann").id();
      server.stop();
      assertThat(store.isAvailable()).isFalse();
      assertThatThrownBy(() -> Given.submit(store, "ann"))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> store.allocations().find(before))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> server.openStore(clock))
          .isInstanceOf(StoreUnavailableException.class);
      server.start();
      await().atMost(Duration.ofSeconds(180)).until(store::isAvailable);
      assertThat(store.allocations().find(before)).isPresent();
      Given.submit(store, "ann");
      assertThat(store.allocations().counts()).containsEntry(JobState.QUEUED, 2);
    }
  }

  @Test
  void what_is_acknowledged_while_the_server_stops_and_starts_is_there() {
    try (PostgresServer server = new PostgresServer();
        Store store = server.openStore(clock)) {
      AtomicBoolean isBack = new AtomicBoolean();
      List<List<String>> acknowledged =
          Together.run(
              4,
              number -> {
                if (number == 0) {
                  stopAndStart(server, store, isBack);
                  return List.<String>of();
                }
                return submitThroughAnOutage(store, isBack);
              });
      List<String> ids = acknowledged.stream().flatMap(List::stream).toList();
      assertThat(store.allocations().find(ids)).hasSize(ids.size());
      assertThat(acknowledged.subList(1, 4)).allSatisfy(mine -> assertThat(mine).isNotEmpty());
    }
  }

  private static void stopAndStart(PostgresServer server, Store store, AtomicBoolean isBack) {
    try {
      server.stop();
      server.start();
      await().atMost(Duration.ofSeconds(180)).until(store::isAvailable);
    } finally {
      isBack.set(true);
    }
  }

  /**
   * Until some were accepted after the server is back; it may be back before anything is refused.
   */
  private static List<String> submitThroughAnOutage(Store store, AtomicBoolean isBack) {
    List<String> mine = new ArrayList<>();
    for (int after = 0, refused = 0; after < 20 && refused < 100_000; ) {
      boolean back = isBack.get();
      try {
        mine.add(Given.submit(store, "ann").id());
        after += back ? 1 : 0;
      } catch (StoreUnavailableException e) {
        refused++;
      }
    }
    return mine;
  }

  @Test
  void a_login_that_is_refused_and_an_address_of_another_database_are_told() {
    assertThatThrownBy(() -> Stores.postgres(place.url() + "&user=nobody", clock))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> Stores.postgres("jdbc:postgresql://127.0.0.1:1/none", clock))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> Stores.postgres("jdbc:sqlite:x?password=secret", clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void a_database_that_only_reads_is_unavailable_for_writing() {
    Given.submit(one, "ann");
    place.execute("ALTER DATABASE " + place.name() + " SET default_transaction_read_only = on");
    try (Store readOnly = place.open()) {
      assertThatThrownBy(() -> Given.submit(readOnly, "ann"))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(readOnly.allocations().counts()).containsEntry(JobState.QUEUED, 1);
    }
  }
}
