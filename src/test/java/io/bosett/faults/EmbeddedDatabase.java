package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Direct access to the embedded database of a service, for checks. */
final class EmbeddedDatabase {
  private final Path file;

  private EmbeddedDatabase(Path file) {
    this.file = file;
  }

  /** The database of a service that was started in this folder. */
  static EmbeddedDatabase in(Path folder) {
    return new EmbeddedDatabase(folder.resolve("data").resolve("bosett.db"));
  }

  /** Asserts its integrity: every page, index and reference. */
  void isSound() {
    assertThat(file).exists();
    assertThat(ask("PRAGMA integrity_check")).as("integrity of %s", file).isEqualTo("ok");
    assertThat(ask("PRAGMA foreign_key_check")).as("references in %s", file).isEmpty();
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
