package io.bosett.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.factory.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program looks for is what its migrations make. */
final class SchemaTest {
  @Test
  void tables_and_columns_are_those_of_a_fresh_store(@TempDir Path folder) throws SQLException {
    Stores.embedded(folder, Clock.systemUTC()).close();
    Map<String, Set<String>> made = new TreeMap<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bosett.db"));
        ResultSet tables =
            connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
      while (tables.next()) {
        String table = tables.getString("TABLE_NAME");
        if (!table.startsWith("flyway") && !table.startsWith("sqlite")) {
          made.put(table, Schema.columns(connection, table));
        }
      }
    }
    Map<String, Set<String>> needed = new TreeMap<>();
    Schema.TABLES.forEach((table, columns) -> needed.put(table, new TreeSet<>(columns)));
    assertThat(needed).isEqualTo(made);
  }
}
