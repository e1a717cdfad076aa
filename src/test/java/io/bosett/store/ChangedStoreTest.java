package io.bosett.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.store.factory.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that is not as the program makes it is refused at the start, in one sentence. */
@Tag("slow")
final class ChangedStoreTest {
  static Stream<Arguments> changes() {
    return Stream.of(
        Arguments.of("DROP TABLE outcomes", "'outcomes' is missing"),
        Arguments.of("DROP TABLE access_keys", "'access_keys' is missing"),
        Arguments.of("ALTER TABLE jobs DROP COLUMN failure", "lacks the column 'failure'"),
        Arguments.of("ALTER TABLE turns RENAME TO guests", "'turns' is missing"),
        Arguments.of(
            "UPDATE flyway_schema_history SET checksum = 7 WHERE version = '1'",
            "has been changed: step 1"),
        Arguments.of(
            "UPDATE flyway_schema_history SET success = FALSE WHERE version = '1'",
            "half migrated: step 1 has failed"),
        Arguments.of(
            "UPDATE flyway_schema_history SET version = '99' WHERE version = '1'",
            "later version of the program: its step 99"),
        Arguments.of(
            "DELETE FROM flyway_schema_history WHERE version = '3'",
            "lacks a step that its tables"),
        Arguments.of(
            "DELETE FROM flyway_schema_history WHERE version IN ('2', '3')",
            "lacks a step that its tables"),
        Arguments.of("DELETE FROM flyway_schema_history", "flyway_schema_history"),
        Arguments.of("DROP TABLE flyway_schema_history", "flyway_schema_history"));
  }

  private static void isRefused(Runnable opening, String said) {
    assertThatThrownBy(opening::run)
        .isInstanceOfSatisfying(
            StoreUnavailableException.class,
            e -> {
              assertThat(e.getMessage()).contains(said).hasLineCount(1);
              assertThat(e.getMessage()).doesNotContainIgnoringCase("http").doesNotContain("rd.gt");
            });
  }

  @ParameterizedTest
  @MethodSource("changes")
  void an_embedded_one(String change, String said, @TempDir Path folder) throws SQLException {
    Stores.embedded(folder, Clock.systemUTC()).close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bosett.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
    isRefused(() -> Stores.embedded(folder, Clock.systemUTC()), said);
    isRefused(() -> Stores.beside(folder, Clock.systemUTC()), said);
  }

  /** What would not be opened is not backed up, and a copy of it not restored. */
  @ParameterizedTest
  @MethodSource("changes")
  void it_is_neither_backed_up_nor_restored(String change, String said, @TempDir Path root)
      throws Exception {
    Path folder = root.resolve("data");
    Path file = folder.resolve("bosett.db");
    Path copy = root.resolve("copy.db");
    Path fresh = root.resolve("a/fresh");
    Stores.embedded(folder, Clock.systemUTC()).close();
    Stores.backup(folder, copy);
    for (Path changed : List.of(file, copy)) {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + changed);
          Statement statement = connection.createStatement()) {
        statement.execute(change);
      }
    }
    Path backup = root.resolve("backup.db");
    String told = change.equals("DROP TABLE flyway_schema_history") ? "is no store" : said;
    assertThatThrownBy(() -> Stores.backup(folder, backup))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(told);
    assertThat(backup).doesNotExist();
    assertThatThrownBy(() -> Stores.restore(copy, fresh, false))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(copy.toString())
        .hasMessageContaining(told);
    assertThat(root.resolve("a")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void one_on_postgresql(String change, String said) throws SQLException {
    PostgresPlace place = new PostgresPlace(Clock.systemUTC());
    try {
      place.open().close();
      try (Connection connection = DriverManager.getConnection(place.url());
          Statement statement = connection.createStatement()) {
        statement.execute(change);
      }
      isRefused(place::open, said);
    } finally {
      place.close();
    }
  }

  @Test
  void a_file_that_is_no_store_leaves_no_folder_behind(@TempDir Path root) throws IOException {
    Path file = Files.writeString(root.resolve("x"), "no store");
    Path made = root.resolve("new");
    assertThatThrownBy(() -> Stores.restore(file, made, false)).isInstanceOf(IOException.class);
    assertThat(made).doesNotExist();
    Files.createDirectory(made);
    Files.writeString(made.resolve("other"), "kept");
    assertThatThrownBy(() -> Stores.restore(file, made.resolve("b/c"), false))
        .isInstanceOf(IOException.class);
    assertThat(made.resolve("b")).doesNotExist();
    assertThat(made.resolve("other")).hasContent("kept");
  }

  @Test
  void an_empty_file_is_no_store_yet(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("bosett.db"));
    assertThat(Stores.isIn(folder)).isFalse();
    Stores.embedded(folder, Clock.systemUTC()).close();
    assertThat(Stores.isIn(folder)).isTrue();
  }

  @Test
  void a_database_in_another_encoding() {
    PostgresPlace place = new PostgresPlace(Clock.systemUTC());
    String latin = place.name() + "_latin";
    try {
      place.execute(
          "CREATE DATABASE "
              + latin
              + " ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
      String url = place.url().replace("/" + place.name(), "/" + latin);
      isRefused(() -> Stores.postgres(url, Clock.systemUTC()), "LATIN1; expected UTF8");
      place.execute("DROP DATABASE " + latin + " WITH (FORCE)");
    } finally {
      place.close();
    }
  }
}
