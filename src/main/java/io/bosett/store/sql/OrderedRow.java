package io.bosett.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a JDBC result set, taken column by column from the first on: finding thirty columns by
 * their names costs more than reading them.
 */
final class OrderedRow {
  private final ResultSet row;
  private int column;

  OrderedRow(ResultSet row) {
    this.row = row;
  }

  String text() throws SQLException {
    return TextEscaping.out(row.getString(++column));
  }

  @Nullable String textOrNull() throws SQLException {
    return TextEscaping.outOrNull(row.getString(++column));
  }

  long number() throws SQLException {
    return row.getLong(++column);
  }

  @Nullable Long numberOrNull() throws SQLException {
    long number = row.getLong(++column);
    return row.wasNull() ? null : number;
  }

  Instant time() throws SQLException {
    return Instant.ofEpochMilli(number());
  }

  @Nullable Instant timeOrNull() throws SQLException {
    @Nullable Long millis = numberOrNull();
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
