package io.bosett.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL with names becomes SQL with question marks, and values go where their names were. */
final class NamedStatementTest {
  private final Handle handle = Jdbi.create("jdbc:sqlite::memory:").open();

  @AfterEach
  void close() {
    handle.close();
  }

  private static List<Integer> order(NamedStatement statement) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < statement.parameters(); i++) {
      order.add(statement.indexAt(i));
    }
    return order;
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "SELECT :a => SELECT ?",
        "a = :a AND b=:b_2,:a => a = ? AND b=?,?",
        "SELECT ':a' || :b => SELECT ':a' || ?",
        "SELECT 'it''s :a', :b => SELECT 'it''s :a', ?",
        "SELECT '' || :b || '' => SELECT '' || ? || ''",
        "SELECT \"c:a\" + :b => SELECT \"c:a\" + ?",
        "SELECT \"c\"\":a\" + :b => SELECT \"c\"\":a\" + ?",
        "SELECT x::bigint + :b::bigint => SELECT x::bigint + ?::bigint",
        "SELECT 1 /* :a ' */ + :b => SELECT 1 /* :a ' */ + ?",
        "SELECT '$1\\' || :b => SELECT '$1\\' || ?",
        "SELECT '--' || :b -- :c it's => SELECT '--' || ? -- :c it's",
        "a[1:2] := :b => a[1:2] := ?"
      })
  void each_name_is_a_question_mark_and_nothing_else_is(String sql, String positional) {
    assertThat(NamedStatement.of(sql).positional()).isEqualTo(positional);
  }

  @Test
  void a_comment_ends_with_its_line_or_its_mark() {
    NamedStatement statement = NamedStatement.of("a -- :b\n:c /* :d\n:e */ :f");
    assertThat(statement.positional()).isEqualTo("a -- :b\n? /* :d\n:e */ ?");
    assertThat(List.of(statement.name(0), statement.name(1))).containsExactly("c", "f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT ?", "SELECT 'a", "SELECT \"a", "SELECT 'a''", "SELECT 1 /* a"})
  void question_marks_and_open_ends_are_refused(String sql) {
    assertThatThrownBy(() -> NamedStatement.of(sql))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sql);
  }

  /** Pieces without names, of every kind, and names; what is expected is put together beside. */
  @Test
  void what_is_put_together_at_random_is_taken_apart() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] plain = {
      " ",
      "x ",
      "= 7 ",
      "', :a'",
      "''",
      "'a''b:c'",
      "\":a?\"",
      "::text",
      " /*:a'\"?*/ ",
      "--:a'?\n",
      ": ",
      "+ '--' ",
      "(",
      ")",
      ",",
      "'/*'",
      "'*/'",
      "'\n:a'"
    };
    String[] names = {"a", "b", "_c", "d1", "a2", "A", "stop_asked"};
    for (int round = 0; round < 2_000; round++) {
      StringBuilder sql = new StringBuilder();
      StringBuilder positional = new StringBuilder();
      List<String> inOrder = new ArrayList<>();
      for (int piece = random.nextInt(20); piece > 0; piece--) {
        if (random.nextBoolean()) {
          String name = names[random.nextInt(names.length)];
          sql.append(" :").append(name).append(' ');
          positional.append(" ? ");
          inOrder.add(name);
        } else {
          // A literal beside another would be one with a quote in it.
          String text = ' ' + plain[random.nextInt(plain.length)];
          sql.append(text);
          positional.append(text);
        }
      }
      List<String> distinct = inOrder.stream().distinct().toList();
      NamedStatement statement = NamedStatement.of(sql.toString());
      assertThat(statement.positional()).as("seed %d: %s", seed, sql).isEqualTo("" + positional);
      assertThat(order(statement))
          .as("seed %d: %s", seed, sql)
          .isEqualTo(inOrder.stream().map(distinct::indexOf).toList());
      distinct.forEach(name -> assertThat(statement.name(statement.indexOf(name))).isEqualTo(name));
    }
  }

  @Test
  void values_go_where_their_names_are() {
    NamedStatement statement = NamedStatement.of("SELECT :b, :a, :b, :c, :d");
    String row =
        statement
            .on(handle)
            .bind("a", "text")
            .bind("b", 1L << 40)
            .bind("c", "bytes".getBytes(StandardCharsets.UTF_8))
            .bind("d", 7)
            .one(
                found ->
                    found.getString(1)
                        + found.getString(2)
                        + found.getString(3)
                        + new String(found.getBytes(4), StandardCharsets.UTF_8)
                        + found.getInt(5));
    assertThat(row).isEqualTo("1099511627776text1099511627776bytes7");
  }

  @Test
  void nulls_of_every_type_are_null() {
    NamedStatement statement = NamedStatement.of("SELECT typeof(:a) || typeof(:b) || typeof(:c)");
    String types =
        statement
            .on(handle)
            .bind("a", (String) null)
            .bind("b", (Long) null)
            .bind("c", (byte[]) null)
            .one(row -> row.getString(1));
    assertThat(types).isEqualTo("nullnullnull");
  }

  @Test
  void an_unknown_name_is_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> NamedStatement.of("SELECT :a, :b").on(handle).bind("c", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'c'")
        .hasMessageContaining("[a, b]");
  }

  @Test
  void a_name_that_is_not_bound_is_refused_and_nothing_is_executed() {
    handle.execute("CREATE TABLE t (a INTEGER, b INTEGER)");
    NamedStatement insert = NamedStatement.of("INSERT INTO t VALUES (:a, :b)");
    assertThatThrownBy(() -> insert.on(handle).bind("a", 1).update())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'b'");
    assertThat(NamedStatement.of("SELECT 1 FROM t").on(handle).hasRow()).isFalse();
  }

  @Test
  void a_change_says_how_many_rows_it_has_changed_or_gives_them() {
    handle.execute("CREATE TABLE t (a INTEGER)");
    NamedStatement insert = NamedStatement.of("INSERT INTO t VALUES (:a), (:a + 1) RETURNING a");
    assertThat(insert.on(handle).bind("a", 3).list(row -> row.getInt(1))).containsExactly(3, 4);
    assertThat(NamedStatement.of("UPDATE t SET a = :a").on(handle).bind("a", 5).update())
        .isEqualTo(2);
    assertThat(NamedStatement.of("DELETE FROM t WHERE a = :a").on(handle).bind("a", 6).update())
        .isZero();
  }

  @Test
  void one_row_is_neither_none_nor_two() {
    NamedStatement one =
        NamedStatement.of("SELECT column1 FROM (VALUES (1), (2)) WHERE column1 <= :a");
    int only = one.on(handle).bind("a", 1).one(row -> row.getInt(1));
    assertThat(only).isEqualTo(1);
    assertThat(one.on(handle).bind("a", 0).find(row -> row.getInt(1))).isEmpty();
    assertThatThrownBy(() -> one.on(handle).bind("a", 0).one(row -> row.getInt(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no row");
    assertThatThrownBy(() -> one.on(handle).bind("a", 2).find(row -> row.getInt(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2 rows");
  }

  @Test
  void what_the_database_refuses_is_told_with_the_statement_and_without_its_values() {
    assertThatThrownBy(
            () ->
                NamedStatement.of("SELECT :a FROM nowhere").on(handle).bind("a", "secret").hasRow())
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("no such table: nowhere")
        .hasMessageContaining("SELECT ? FROM nowhere")
        .hasMessageNotContaining("secret")
        .hasCauseInstanceOf(SQLException.class);
  }
}
