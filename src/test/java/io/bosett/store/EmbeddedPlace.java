package io.bosett.store;

import io.bosett.store.factory.Stores;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;

/** An embedded store for the store contract tests. */
record EmbeddedPlace(Path folder, Clock clock) implements StoreContract.Place {
  @Override
  public Store open() {
    return Stores.embedded(folder, clock);
  }

  @Override
  public long number(String query) {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bosett.db"));
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    // The folder is the test's.
  }
}
