package io.bosett.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * Lends the prepared statements of one connection. A statement builder of Jdbi that is one too has
 * a cache of its own; other connections prepare each statement, whose driver may have a cache.
 */
public interface StatementSource {
  /** A statement of this text without parameters, until it is given back. */
  PreparedStatement lend(String sql) throws SQLException;

  /** Takes a statement back that was lent for this text. */
  void giveBack(String sql, PreparedStatement statement) throws SQLException;

  /** The source of a handle's connection. */
  static StatementSource of(Handle handle) {
    return handle.getStatementBuilder() instanceof StatementSource source
        ? source
        : new Preparing(handle.getConnection());
  }

  /** Prepares and closes. */
  record Preparing(Connection connection) implements StatementSource {
    @Override
    public PreparedStatement lend(String sql) throws SQLException {
      return connection.prepareStatement(sql);
    }

    @Override
    public void giveBack(String sql, PreparedStatement statement) throws SQLException {
      statement.close();
    }
  }
}
