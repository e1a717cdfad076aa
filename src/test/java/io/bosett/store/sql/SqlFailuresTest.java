package io.bosett.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.StoreUnavailableException;
import io.bosett.store.postgres.PostgresDialect;
import io.bosett.store.sql.Dialect.Meaning;
import io.bosett.store.sqlite.SqliteDialect;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What failures of the databases mean. */
final class SqlFailuresTest {
  private static Throwable wrapped(SQLException failure) {
    return new IllegalStateException("outer", new StatementException("SELECT 1", failure));
  }

  @ParameterizedTest
  @CsvSource({
    "08001,UNAVAILABLE",
    "08006,UNAVAILABLE",
    "57P01,UNAVAILABLE",
    "57P03,UNAVAILABLE",
    "57014,UNAVAILABLE",
    "53100,UNAVAILABLE",
    "53200,UNAVAILABLE",
    "53300,UNAVAILABLE",
    "58030,UNAVAILABLE",
    "28P01,UNAVAILABLE",
    "3D000,UNAVAILABLE",
    "25006,UNAVAILABLE",
    "55P03,UNAVAILABLE",
    "40001,RACE",
    "40P01,RACE",
    "23505,RACE",
    "23503,RACE",
    "23514,DEFECT",
    "42P01,DEFECT",
    "22021,DEFECT",
    ",DEFECT"
  })
  void states_of_postgresql(String state, Meaning meaning) {
    SQLException failure = new SQLException("said", state);
    assertThat(new SqlFailures(new PostgresDialect()).meaningOf(wrapped(failure)))
        .isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "13,UNAVAILABLE", "10,UNAVAILABLE", "778,UNAVAILABLE", "8,UNAVAILABLE", "1032,UNAVAILABLE",
    "14,UNAVAILABLE", "5,UNAVAILABLE", "11,UNAVAILABLE", "26,UNAVAILABLE", "19,DEFECT",
    "2067,DEFECT", "1,DEFECT", "0,DEFECT"
  })
  void codes_of_sqlite(int code, Meaning meaning) {
    SQLException failure = new SQLException("said", null, code);
    assertThat(new SqlFailures(new SqliteDialect()).meaningOf(wrapped(failure))).isEqualTo(meaning);
  }

  @Test
  void a_pool_without_a_connection_to_give_is_unavailable_and_says_why() {
    SQLException why = new SQLException("the connection was refused");
    RuntimeException failure =
        new RuntimeException(new SQLTransientConnectionException("timed out", why));
    assertThat(new SqlFailures(new PostgresDialect()).told(failure))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("the connection was refused")
        .hasCause(failure);
    RuntimeException ours = new IllegalStateException("ours");
    assertThat(new SqlFailures(new SqliteDialect()).told(ours)).isSameAs(ours);
  }
}
