package io.bosett.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables and columns that the program needs, as its migrations make them. */
final class Schema {
  static final Map<String, List<String>> TABLES =
      new TreeMap<>(
          Map.of(
              "contents",
              List.of("hash", "packed"),
              "scenarios",
              List.of("seq", "id", "name", "content", "created_at", "changed_at"),
              "datasets",
              List.of("id", "version", "content", "figures_hash", "uploaded_at"),
              "access_keys",
              List.of("id", "name_hash", "name", "role", "hash", "created_at"),
              "jobs",
              List.of(
                  ("seq kind id caller scenario_id name solver topic subject request scenario_content dataset_content"
                          + " dataset_id scenario_hash figures_hash version state turn attempt"
                          + " owner lease_until stop_asked progress_sequence objective bound"
                          + " steps_done steps_planned"
                          + " elapsed created_at started_at ended_at status summary failure")
                      .split(" ")),
              "outcomes",
              List.of("job", "result", "log"),
              "renderings",
              List.of("job", "name", "content"),
              "turns",
              List.of("kind", "caller_hash", "next_turn"),
              "idempotency",
              List.of("caller_hash", "key_hash", "request_hash", "job", "expires_at")));

  private Schema() {}

  /** The first table or column that is missing, in a sentence; null if none. */
  static @Nullable String fault(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      for (Map.Entry<String, List<String>> table : TABLES.entrySet()) {
        Set<String> there = columns(connection, table.getKey());
        if (there.isEmpty()) {
          return "the database has been changed: its table '" + table.getKey() + "' is missing";
        }
        for (String column : table.getValue()) {
          if (!there.contains(column)) {
            return "the database has been changed: its table '"
                + table.getKey()
                + "' lacks the column '"
                + column
                + "'";
          }
        }
      }
      return null;
    }
  }

  /** The columns of a table in the schema that queries see; empty when there is no such table. */
  static Set<String> columns(Connection connection, String table) throws SQLException {
    Set<String> columns = new TreeSet<>();
    String schema = connection.getSchema();
    try (ResultSet rows = connection.getMetaData().getColumns(null, schema, table, null)) {
      while (rows.next()) {
        columns.add(rows.getString("COLUMN_NAME"));
      }
    }
    return columns;
  }
}
