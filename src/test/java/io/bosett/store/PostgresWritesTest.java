package io.bosett.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bosett.store.postgres.PostgresDatabase;
import io.bosett.store.sql.NamedStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes on PostgreSQL that are committed together stand or fall each by itself. */
@Tag("slow")
final class PostgresWritesTest {
  private static final int THREADS = 8;
  private static final NamedStatement INSERT = NamedStatement.of("INSERT INTO t VALUES (:n)");
  private static final NamedStatement NUMBERS = NamedStatement.of("SELECT n FROM t");
  private static final NamedStatement CHANGE = NamedStatement.of("UPDATE t SET n = n WHERE n = 1");
  private static final NamedStatement WAITING =
      NamedStatement.of(
          "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
              + " AND datname = current_database()");
  private static final String LOSE_A_RACE = "DO $$ BEGIN RAISE USING ERRCODE = '40001'; END $$";

  private static final String NO_LOCK = "DO $$ BEGIN RAISE USING ERRCODE = '55P03'; END $$";

  private final PostgresPlace place = new PostgresPlace(new SteppedClock());
  private PostgresDatabase database;

  @BeforeEach
  void open() {
    database = PostgresDatabase.open(place.url());
    database.write(handle -> handle.execute("CREATE TABLE t (n BIGINT)"));
  }

  @AfterEach
  void close() {
    database.close();
    place.close();
  }

  private static int insert(Handle handle, int n) {
    return INSERT.on(handle).bind("n", n).update();
  }

  private List<Integer> kept() {
    return database.read(handle -> NUMBERS.on(handle).list(row -> row.getInt(1)));
  }

  @Test
  void a_failure_undoes_its_own_write_and_no_other() {
    SeparateFailures.assertThatOnlyFailuresAreUndone(
        database, THREADS, PostgresWritesTest::insert, this::kept);
  }

  @Test
  void who_loses_a_race_writes_again_and_each_is_written_once() {
    AtomicInteger lost = new AtomicInteger();
    Together.run(
        THREADS,
        number -> {
          for (int i = 0; i < 20; i++) {
            int n = number * 1_000 + i;
            AtomicInteger attempts = new AtomicInteger();
            database.write(
                handle -> {
                  insert(handle, n);
                  if (n % 5 == 0 && attempts.incrementAndGet() < 3) {
                    lost.incrementAndGet();
                    handle.execute(LOSE_A_RACE);
                  }
                  return n;
                });
          }
          return null;
        });
    assertThat(lost.get()).isEqualTo(THREADS * 4 * 2);
    assertThat(kept()).hasSize(THREADS * 20).doesNotHaveDuplicates();
  }

  @Test
  void leases_are_kept_alive_while_other_writes_wait_for_a_lock() throws Exception {
    database.write(handle -> insert(handle, 1));
    try (Connection other = DriverManager.getConnection(place.url());
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE t SET n = n WHERE n = 1");
      CompletableFuture<Integer> blocked =
          CompletableFuture.supplyAsync(() -> database.write(handle -> CHANGE.on(handle).update()));
      await().until(() -> database.read(handle -> WAITING.on(handle).hasRow()));
      assertThat(database.<Integer>writeSoon(handle -> insert(handle, 2))).isEqualTo(1);
      assertThat(blocked).isNotDone();
      other.commit();
      assertThat(blocked.get(60, TimeUnit.SECONDS)).isEqualTo(1);
    }
    assertThat(kept()).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void who_waits_for_a_lock_in_vain_fails_and_nobody_else_with_it() {
    Together.run(
        THREADS,
        number -> {
          for (int i = 0; i < 20; i++) {
            int n = number * 1_000 + i;
            if (number == 0) {
              assertThatThrownBy(() -> failAsIfLocked(n))
                  .isInstanceOf(StoreUnavailableException.class);
            } else {
              assertThat(database.<Integer>write(handle -> insert(handle, n))).isEqualTo(1);
            }
          }
          return null;
        });
    assertThat(kept()).hasSize((THREADS - 1) * 20).doesNotHaveDuplicates();
  }

  private void failAsIfLocked(int n) {
    database.write(
        handle -> {
          insert(handle, n);
          return handle.execute(NO_LOCK);
        });
  }

  @Test
  void a_closed_store_refuses_to_write() {
    database.close();
    assertThatThrownBy(() -> database.write(handle -> insert(handle, 1)))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("closed");
  }
}
