package io.bosett.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement is prepared once for each connection, whatever names its parameters have. */
final class StatementCacheTest {
  private static final String NAMED = "SELECT :a + 1";

  private final List<PreparedStatement> executed = new ArrayList<>();

  @TempDir private Path folder;
  private Handle handle;

  @BeforeEach
  void open() {
    Jdbi jdbi = Jdbi.create(EmbeddedDatabase.source(folder.resolve("file"), 0));
    jdbi.setStatementBuilderFactory(new StatementCache());
    jdbi.getConfig(SqlStatements.class)
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                executed.add(context.getStatement());
              }
            });
    handle = jdbi.open();
  }

  @AfterEach
  void close() {
    handle.close();
  }

  private int next(int a) {
    return handle.createQuery(NAMED).bind("a", a).mapTo(Integer.class).one();
  }

  @Test
  void a_query_with_names_is_prepared_once() {
    assertThat(next(1)).isEqualTo(2);
    assertThat(next(7)).isEqualTo(8);
    assertThat(executed.get(1)).isSameAs(executed.get(0));
  }

  @Test
  void an_update_with_names_is_prepared_once() {
    handle.execute("CREATE TABLE t (a INTEGER)");
    executed.clear();
    for (int a = 0; a < 2; a++) {
      handle.createUpdate("INSERT INTO t (a) VALUES (:a)").bind("a", a).execute();
    }
    assertThat(executed.get(1)).isSameAs(executed.get(0));
    assertThat(handle.createQuery("SELECT SUM(a) FROM t").mapTo(Integer.class).one()).isEqualTo(1);
  }

  @Test
  void what_is_not_bound_the_second_time_is_not_that_of_the_first() {
    handle.createQuery("SELECT ?").bind(0, 5).mapTo(Integer.class).one();
    var second = handle.createQuery("SELECT ?").bind(0, (Integer) null);
    assertThat(second.map((row, c) -> row.getObject(1) == null).list()).containsExactly(true);
    assertThat(executed.get(1)).isSameAs(executed.get(0));
  }

  @Test
  void statements_in_use_at_the_same_time_are_two() {
    var rows = handle.createQuery(NAMED).bind("a", 1).mapTo(Integer.class).iterator();
    assertThat(next(7)).isEqualTo(8);
    assertThat(rows.next()).isEqualTo(2);
    rows.close();
    assertThat(executed.get(1)).isNotSameAs(executed.get(0));
  }
}
