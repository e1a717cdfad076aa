package io.bosett.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the row at which a JDBC result set stands. */
@FunctionalInterface
public interface RowReader<T> {
  /** The row, in a form that outlives the result set. */
  T read(ResultSet row) throws SQLException;
}
