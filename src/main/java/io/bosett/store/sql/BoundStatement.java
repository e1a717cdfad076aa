package io.bosett.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a {@link NamedStatement}: its parameters are bound by name, then it is executed
 * once. Failures of the database are {@link StatementException}s.
 */
public final class BoundStatement {
  /** A null with the type that PostgreSQL wants to know. */
  private enum Null {
    TEXT(Types.VARCHAR),
    NUMBER(Types.BIGINT),
    BYTES(Types.VARBINARY);

    private final int type;

    Null(int type) {
      this.type = type;
    }
  }

  private final NamedStatement statement;
  private final Handle handle;

  /** By the index of the name; null where nothing is bound yet. */
  private final @Nullable Object[] values;

  BoundStatement(NamedStatement statement, Handle handle, @Nullable Object[] values) {
    this.statement = statement;
    this.handle = handle;
    this.values = values;
  }

  /** Binds a number. */
  public BoundStatement bind(String name, long value) {
    return put(name, value);
  }

  /** Binds a number or null. */
  public BoundStatement bind(String name, @Nullable Long value) {
    return put(name, value == null ? Null.NUMBER : value);
  }

  /** Binds a text or null. */
  public BoundStatement bind(String name, @Nullable String value) {
    return put(name, value == null ? Null.TEXT : value);
  }

  /** Binds bytes or null. */
  public BoundStatement bind(String name, byte @Nullable [] value) {
    return put(name, value == null ? Null.BYTES : value);
  }

  private BoundStatement put(String name, Object value) {
    values[statement.indexOf(name)] = value;
    return this;
  }

  /** Executes a change; the number of rows that it has changed. */
  public int update() {
    return execute(PreparedStatement::executeUpdate);
  }

  /** Executes a query; whether it has a row. */
  public boolean hasRow() {
    return execute(
        prepared -> {
          try (ResultSet rows = prepared.executeQuery()) {
            return rows.next();
          }
        });
  }

  /** Executes a query, or a change that returns rows; all its rows. */
  public <T> List<T> list(RowReader<T> reader) {
    return execute(
        prepared -> {
          try (ResultSet rows = prepared.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
              list.add(reader.read(rows));
            }
            return list;
          }
        });
  }

  /**
   * Likewise; its row, if there is one and the reader does not take it for null.
   *
   * @throws IllegalStateException when there are several
   */
  public <T> Optional<T> find(RowReader<T> reader) {
    List<T> rows = list(reader);
    if (rows.size() > 1) {
      throw new IllegalStateException(
          rows.size() + " rows instead of one at most: " + statement.positional());
    }
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  /**
   * Likewise; its only row.
   *
   * @throws IllegalStateException when there is none, or several
   */
  public <T> T one(RowReader<T> reader) {
    return find(reader)
        .orElseThrow(() -> new IllegalStateException("no row: " + statement.positional()));
  }

  private interface Execution<T> {
    T of(PreparedStatement prepared) throws SQLException;
  }

  /** A statement in use; closing it gives it back. */
  private record Lent(StatementSource source, String sql, PreparedStatement prepared)
      implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      source.giveBack(sql, prepared);
    }
  }

  private <T> T execute(Execution<T> execution) {
    StatementSource source = StatementSource.of(handle);
    String sql = statement.positional();
    try (Lent lent = new Lent(source, sql, source.lend(sql))) {
      setParameters(lent.prepared());
      return execution.of(lent.prepared());
    } catch (SQLException e) {
      throw new StatementException(sql, e);
    }
  }

  private void setParameters(PreparedStatement prepared) throws SQLException {
    for (int i = 0; i < statement.parameters(); i++) {
      int index = statement.indexAt(i);
      @Nullable Object value = values[index];
      if (value == null) {
        throw new IllegalStateException(
            "the parameter '"
                + statement.name(index)
                + "' is not bound: "
                + statement.positional());
      }
      set(prepared, i + 1, value);
    }
  }

  private static void set(PreparedStatement prepared, int position, Object value)
      throws SQLException {
    if (value instanceof String text) {
      prepared.setString(position, text);
    } else if (value instanceof Long number) {
      prepared.setLong(position, number);
    } else if (value instanceof byte[] bytes) {
      prepared.setBytes(position, bytes);
    } else {
      prepared.setNull(position, ((Null) value).type);
    }
  }
}
