package io.bosett.store.sqlite;

import io.bosett.store.sql.StatementSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.sqlite.SQLiteConnection;

/**
 * A prepared-statement cache: neither the SQLite driver nor HikariCP has one, and preparing a
 * statement costs SQLite more than executing it. The statements of a connection are prepared on
 * SQLite's own, for the pool closes what was prepared on its proxies; one thread at a time has a
 * connection.
 */
final class StatementCache implements StatementBuilderFactory {
  /** Of one connection; the program has some thirty. */
  private static final int MOST = 100;

  private final Map<SQLiteConnection, OfConnection> byConnection = new ConcurrentHashMap<>();

  @Override
  public StatementBuilder createStatementBuilder(Connection connection) {
    try {
      SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
      OfConnection known = byConnection.get(own);
      return known == null ? added(own) : known;
    } catch (SQLException e) {
      return DefaultStatementBuilder.FACTORY.createStatementBuilder(connection);
    }
  }

  /** The connections that the pool has closed meanwhile are forgotten; their statements closed. */
  private OfConnection added(SQLiteConnection connection) throws SQLException {
    List<SQLiteConnection> closed = new ArrayList<>();
    for (SQLiteConnection other : byConnection.keySet()) {
      if (other.isClosed()) {
        closed.add(other);
      }
    }
    byConnection.keySet().removeAll(closed);
    OfConnection cache = new OfConnection(connection);
    byConnection.put(connection, cache);
    return cache;
  }

  private static final class OfConnection extends DefaultStatementBuilder
      implements StatementSource {
    private final SQLiteConnection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);

    OfConnection(SQLiteConnection connection) {
      this.connection = connection;
    }

    @Override
    public PreparedStatement lend(String sql) throws SQLException {
      PreparedStatement known = idle.remove(sql);
      return known == null ? connection.prepareStatement(sql) : known;
    }

    @Override
    public void giveBack(String sql, PreparedStatement statement) throws SQLException {
      if (statement.isClosed()) {
        return;
      }
      try {
        statement.clearParameters();
      } catch (SQLException e) {
        statement.close();
        throw e;
      }
      Queue<PreparedStatement> surplus = new ArrayDeque<>();
      PreparedStatement other = idle.put(sql, statement);
      if (other != null) {
        surplus.add(other);
      }
      if (idle.size() > MOST) {
        surplus.add(idle.remove(idle.keySet().iterator().next()));
      }
      for (PreparedStatement one : surplus) {
        one.close();
      }
    }
  }
}
