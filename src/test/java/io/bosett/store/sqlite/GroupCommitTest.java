package io.bosett.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.store.SeparateFailures;
import io.bosett.store.StoreUnavailableException;
import io.bosett.store.Together;
import io.bosett.store.sql.Database;
import io.bosett.store.sql.NamedStatement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that are committed together stand or fall each by itself. */
@Tag("slow")
final class GroupCommitTest {
  private static final int THREADS = 8;
  private static final NamedStatement INSERT =
      NamedStatement.of("INSERT INTO t VALUES (:n, :noise)");
  private static final NamedStatement NUMBERS = NamedStatement.of("SELECT n FROM t");
  private static final NamedStatement STRICTNESS = NamedStatement.of("PRAGMA synchronous");

  @TempDir Path folder;

  private EmbeddedDatabase open(int maxPages) {
    EmbeddedDatabase database =
        EmbeddedDatabase.open(folder.resolve("t.db"), FolderLock.take(folder), maxPages);
    database.write(handle -> handle.execute("CREATE TABLE t (n INTEGER, noise BLOB)"));
    return database;
  }

  private static int insert(Database database, int n, int size) {
    byte[] noise = new byte[size];
    new Random(n).nextBytes(noise);
    return database.write(handle -> insert(handle, n, noise));
  }

  private static int insert(Handle handle, int n, byte[] noise) {
    return INSERT.on(handle).bind("n", n).bind("noise", noise).update();
  }

  private static List<Integer> kept(Database database) {
    return database.read(handle -> NUMBERS.on(handle).list(row -> row.getInt(1)));
  }

  @Test
  void a_failure_undoes_its_own_write_and_no_other() {
    try (EmbeddedDatabase database = open(0)) {
      SeparateFailures.assertThatOnlyFailuresAreUndone(
          database, THREADS, (handle, n) -> insert(handle, n, new byte[10]), () -> kept(database));
    }
  }

  @Test
  void what_need_not_be_durable_is_kept_and_leaves_the_writer_as_strict_as_before() {
    try (EmbeddedDatabase database = open(0)) {
      int during = database.writeSoon(handle -> strictness(handle));
      int after = database.write(handle -> strictness(handle));
      assertThat(during).isEqualTo(1);
      assertThat(after).isEqualTo(2);
      assertThatThrownBy(
              () ->
                  database.writeSoon(
                      handle -> {
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
      assertThat(database.<Integer>write(GroupCommitTest::strictness)).isEqualTo(2);
      database.writeSoon(handle -> insert(handle, 7, new byte[0]));
    }
    try (EmbeddedDatabase again =
        EmbeddedDatabase.open(folder.resolve("t.db"), FolderLock.take(folder), 0)) {
      assertThat(kept(again)).containsExactly(7);
    }
  }

  /** 1 writes without waiting for the disk, 2 waits. */
  private static int strictness(Handle handle) {
    return STRICTNESS.on(handle).one(row -> row.getInt(1));
  }

  @Test
  void an_error_reaches_its_caller_and_the_writer_goes_on() {
    try (EmbeddedDatabase database = open(0)) {
      List<Integer> written =
          Together.run(
              THREADS,
              number -> {
                if (number == 0) {
                  assertThatThrownBy(
                          () ->
                              database.write(
                                  handle -> {
                                    throw new AssertionError("on purpose");
                                  }))
                      .hasMessage("on purpose");
                  return 0;
                }
                return insert(database, number, 10);
              });
      assertThat(written.stream().mapToInt(i -> i).sum()).isEqualTo(THREADS - 1);
      assertThat(kept(database)).hasSize(THREADS - 1);
    }
  }

  @Test
  void when_the_disk_is_full_what_was_acknowledged_is_there_and_nothing_else() {
    try (EmbeddedDatabase database = open(60)) {
      List<List<Integer>> acknowledged =
          Together.run(
              THREADS,
              number -> {
                List<Integer> mine = new ArrayList<>();
                for (int i = 0; i < 30; i++) {
                  int n = number * 1_000 + i;
                  try {
                    insert(database, n, number % 2 == 0 ? 30_000 : 1_000);
                    mine.add(n);
                  } catch (StoreUnavailableException e) {
                    assertThat(e).hasMessageContaining("full");
                  }
                }
                return mine;
              });
      List<Integer> all = acknowledged.stream().flatMap(List::stream).toList();
      assertThat(all).hasSizeBetween(1, THREADS * 30 - 1);
      assertThat(kept(database)).containsExactlyInAnyOrderElementsOf(all);
    }
  }

  @Test
  void writes_that_come_while_it_closes_are_either_done_or_refused() {
    EmbeddedDatabase database = open(0);
    List<Integer> done =
        Together.run(
            THREADS,
            number -> {
              if (number == 0) {
                database.close();
                return 0;
              }
              int written = 0;
              try {
                while (true) {
                  written += insert(database, number, 10);
                }
              } catch (StoreUnavailableException e) {
                return written;
              }
            });
    try (EmbeddedDatabase again =
        EmbeddedDatabase.open(folder.resolve("t.db"), FolderLock.take(folder), 0)) {
      assertThat(kept(again)).hasSize(done.stream().mapToInt(i -> i).sum());
    }
  }
}
