package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;

/** Direct access to the embedded database of a service, for checks. */
public final class DatabaseProbe {
  private final Path file;

  private DatabaseProbe(Path file) {
    this.file = file;
  }

  /** The database of a service that was started in this folder. */
  public static DatabaseProbe in(Path folder) {
    return new DatabaseProbe(folder.resolve("data").resolve("bosett.db"));
  }

  /** Asserts its integrity: every page, index and reference. */
  void isSound() {
    assertThat(file).exists();
    assertThat(ask("PRAGMA integrity_check")).as("integrity of %s", file).isEqualTo("ok");
    assertThat(ask("PRAGMA foreign_key_check")).as("references in %s", file).isEmpty();
  }

  /** The number of rows by table. */
  public SortedMap<String, Long> rows() {
    SortedMap<String, Long> rows = new TreeMap<>();
    String names = "SELECT group_concat(name) FROM sqlite_master WHERE type = 'table'";
    for (String table : ask(names).split(",")) {
      rows.put(table, Long.parseLong(ask("SELECT count(*) FROM \"" + table + "\"")));
    }
    return rows;
  }

  /** The first cell of the answer, or nothing. */
  String ask(String query) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new AssertionError("cannot look into " + file, e);
    }
  }
}
