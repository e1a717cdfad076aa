package io.bosett.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.Content;
import io.bosett.store.DatasetStore;
import io.bosett.store.KeptScenario;
import io.bosett.store.ScenarioStore;
import io.bosett.store.Store;
import io.bosett.store.factory.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of an embedded store gives back to the disk what deletions leave. */
final class ShrinkingTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path folder;

  @Test
  void free_pages_are_given_back_in_steps() throws Exception {
    Path file = folder.resolve(SqliteFile.NAME);
    Stores.embedded(folder, Clock.systemUTC()).close();
    fill(file);
    long full = size(file);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM contents");
    }
    assertThat(size(file)).isEqualTo(full);
    EmbeddedDatabase database = EmbeddedDatabase.open(file, null, 0);
    int steps = 1;
    while (database.write(handle -> database.dialect().shrink(handle))) {
      steps++;
    }
    database.close();
    assertThat(size(file)).isLessThan(full / 10);
    assertThat(steps).isGreaterThan(1);
    new SqliteFile(file).verify();
  }

  @Test
  void a_scenario_that_is_deleted_leaves_no_room_behind() throws Exception {
    Path file = folder.resolve(SqliteFile.NAME);
    byte[] noise = new byte[20 * MEGABYTE];
    new Random(1).nextBytes(noise);
    try (Store store = Stores.embedded(folder, Clock.systemUTC())) {
      KeptScenario kept = store.scenarios().create("s", "s", Content.of(noise));
      assertThat(store.scenarios().delete(kept.id(), kept.contentHash()))
          .isInstanceOf(ScenarioStore.Change.Made.class);
    }
    assertThat(size(file)).isLessThan(MEGABYTE);
  }

  private static void fill(Path file) throws SQLException {
    byte[] noise = new byte[MEGABYTE];
    new Random(1).nextBytes(noise);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var insert = connection.prepareStatement("INSERT INTO contents VALUES (?, ?)")) {
      for (int i = 0; i < 20; i++) {
        insert.setString(1, "h" + i);
        insert.setBytes(2, noise);
        insert.execute();
      }
    }
  }

  /** After the log is folded in. */
  private static long size(Path file) throws IOException {
    new SqliteFile(file).fold();
    return Files.size(file);
  }

  @Test
  void a_fresh_store_and_its_backup_are_made_so() throws Exception {
    try (Store store = Stores.embedded(folder, Clock.systemUTC())) {
      DatasetStore datasets = store.datasets();
      datasets.put("d", Content.of("{}".getBytes(StandardCharsets.UTF_8)), "h");
      Stores.backup(folder, folder.resolve("copy.db"));
    }
    for (String name : new String[] {SqliteFile.NAME, "copy.db"}) {
      try (Connection connection =
              DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name));
          Statement statement = connection.createStatement();
          ResultSet mode = statement.executeQuery("PRAGMA auto_vacuum")) {
        assertThat(mode.getInt(1)).as(name).isEqualTo(2);
      }
    }
  }
}
