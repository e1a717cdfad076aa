package io.bosett.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a JDBC result set with typed getters. */
record ResultRow(ResultSet row) {
  String text(String column) throws SQLException {
    return TextEscaping.out(row.getString(column));
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return TextEscaping.outOrNull(row.getString(column));
  }

  long number(String column) throws SQLException {
    return row.getLong(column);
  }

  @Nullable Long numberOrNull(String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  Instant time(String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  @Nullable Instant timeOrNull(String column) throws SQLException {
    @Nullable Long millis = numberOrNull(column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
