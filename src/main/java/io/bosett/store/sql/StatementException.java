package io.bosett.store.sql;

import java.sql.SQLException;

/**
 * A statement that the database has refused, with the driver's exception as cause; what that means
 * says {@link SqlFailures}. Its message has the text of the statement, never its parameters.
 */
public final class StatementException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StatementException(String sql, SQLException cause) {
    super(cause.getMessage() + " [" + sql + "]", cause);
  }
}
