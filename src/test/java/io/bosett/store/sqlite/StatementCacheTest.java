package io.bosett.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.sql.NamedStatement;
import io.bosett.store.sql.StatementException;
import io.bosett.store.sql.StatementSource;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement is prepared once for each connection, whatever names its parameters have. */
final class StatementCacheTest {
  private static final NamedStatement NEXT = NamedStatement.of("SELECT :a + 1");
  private static final String POSITIONAL = "SELECT ? + 1";

  @TempDir private Path folder;
  private Jdbi jdbi;
  private Handle handle;
  private StatementSource source;

  @BeforeEach
  void open() {
    jdbi = Jdbi.create(EmbeddedDatabase.source(folder.resolve("file"), 0));
    jdbi.setStatementBuilderFactory(new StatementCache());
    handle = jdbi.open();
    source = StatementSource.of(handle);
  }

  @AfterEach
  void close() {
    handle.close();
  }

  private int next(int a) {
    return NEXT.on(handle).bind("a", a).one(row -> row.getInt(1));
  }

  /** Another would have closed this one when it was given back. */
  private static void assertIsStillTheOne(PreparedStatement first, PreparedStatement now)
      throws SQLException {
    assertThat(now).isSameAs(first);
    assertThat(first.isClosed()).isFalse();
  }

  @Test
  void a_query_with_names_is_prepared_once() throws SQLException {
    PreparedStatement first = source.lend(POSITIONAL);
    source.giveBack(POSITIONAL, first);
    assertThat(next(1)).isEqualTo(2);
    assertThat(next(7)).isEqualTo(8);
    assertIsStillTheOne(first, source.lend(POSITIONAL));
  }

  @Test
  void a_change_that_fails_gives_its_statement_back() throws SQLException {
    NamedStatement.of("CREATE TABLE t (a INTEGER UNIQUE)").on(handle).update();
    NamedStatement insert = NamedStatement.of("INSERT INTO t (a) VALUES (:a)");
    PreparedStatement first = source.lend("INSERT INTO t (a) VALUES (?)");
    source.giveBack("INSERT INTO t (a) VALUES (?)", first);
    AtomicInteger failed = new AtomicInteger();
    for (int a : new int[] {1, 1, 2}) {
      try {
        insert.on(handle).bind("a", a).update();
      } catch (StatementException e) {
        failed.incrementAndGet();
      }
    }
    assertThat(failed).hasValue(1);
    int sum = NamedStatement.of("SELECT SUM(a) FROM t").on(handle).one(row -> row.getInt(1));
    assertThat(sum).isEqualTo(3);
    assertIsStillTheOne(first, source.lend("INSERT INTO t (a) VALUES (?)"));
  }

  @Test
  void what_is_not_bound_the_second_time_is_not_that_of_the_first() throws SQLException {
    PreparedStatement first = source.lend("SELECT ?");
    first.setInt(1, 5);
    source.giveBack("SELECT ?", first);
    PreparedStatement second = source.lend("SELECT ?");
    assertThat(second).isSameAs(first);
    try (ResultSet rows = second.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getObject(1)).isNull();
    }
  }

  @Test
  void statements_in_use_at_the_same_time_are_two() {
    int both =
        NEXT.on(handle)
            .bind("a", 1)
            .one(
                row -> {
                  assertThat(next(7)).isEqualTo(8);
                  return row.getInt(1);
                });
    assertThat(both).isEqualTo(2);
  }

  @Test
  void each_connection_has_statements_of_its_own() throws SQLException {
    PreparedStatement first = source.lend(POSITIONAL);
    source.giveBack(POSITIONAL, first);
    try (Handle other = jdbi.open()) {
      PreparedStatement second = StatementSource.of(other).lend(POSITIONAL);
      assertThat(second).isNotSameAs(first);
      assertThat(second.getConnection()).isSameAs(other.getConnection());
    }
    first.setInt(1, 1);
    assertThat(first.isClosed()).isFalse();
  }
}
