package io.bosett.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.store.FolderInUseException;
import io.bosett.store.Given;
import io.bosett.store.JobState;
import io.bosett.store.Store;
import io.bosett.store.StoreUnavailableException;
import io.bosett.store.factory.Stores;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the embedded store and their way back. */
@Tag("slow")
final class BackupTest {
  @TempDir Path root;
  private Path folder;
  private Path copy;

  @BeforeEach
  void names() {
    folder = root.resolve("data");
    copy = root.resolve("copy.db");
  }

  private static Store open(Path folder) {
    return Stores.embedded(folder, Clock.systemUTC());
  }

  private static String keep(Path folder) {
    try (Store store = open(folder)) {
      return Given.submit(store, "ann").id();
    }
  }

  private static boolean has(Path folder, String id) {
    try (Store store = open(folder)) {
      return store.allocations().find(id).isPresent();
    }
  }

  private long files(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void a_copy_made_while_others_write_holds_all_that_was_acknowledged_before() throws Exception {
    try (Store store = open(folder)) {
      AtomicInteger acknowledged = new AtomicInteger();
      AtomicBoolean enough = new AtomicBoolean();
      Thread writer =
          new Thread(
              () -> {
                while (!enough.get()) {
                  Given.submit(store, "ann");
                  acknowledged.incrementAndGet();
                }
              });
      writer.start();
      for (int i = 0; i < 5; i++) {
        int before = acknowledged.get();
        Stores.backup(folder, copy);
        int after = acknowledged.get() + 1;
        Path other = root.resolve("other" + i);
        Stores.restore(copy, other, false);
        try (Store restored = open(other)) {
          assertThat(restored.allocations().counts().get(JobState.QUEUED)).isBetween(before, after);
        }
      }
      enough.set(true);
      writer.join();
    }
    assertThat(files(root)).isEqualTo(1);
  }

  @Test
  void what_is_put_back_replaces_all_that_came_since() throws IOException {
    String before = keep(folder);
    Stores.backup(folder, copy);
    String after = keep(folder);
    assertThatThrownBy(() -> Stores.restore(copy, folder, false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds a store already");
    assertThat(has(folder, after)).isTrue();
    Stores.restore(copy, folder, true);
    assertThat(has(folder, before)).isTrue();
    assertThat(has(folder, after)).isFalse();
  }

  @Test
  void only_a_plain_file_is_put_back_and_a_missing_one_is_told_apart() {
    assertThatThrownBy(() -> Stores.restore(Path.of("/dev/zero"), folder, true))
        .isInstanceOf(IOException.class)
        .hasMessage("/dev/zero: is no plain file");
    assertThatThrownBy(() -> Stores.restore(folder.resolve("none"), folder, true))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void a_log_left_by_a_process_that_died_does_not_leak_into_what_is_put_back() throws IOException {
    String before = keep(folder);
    Stores.backup(folder, copy);
    Path crashed = root.resolve("crashed");
    Files.createDirectories(crashed);
    String after;
    try (Store store = open(folder)) {
      after = Given.submit(store, "ann").id();
      for (String file : new String[] {"bosett.db", "bosett.db-wal"}) {
        Files.copy(folder.resolve(file), crashed.resolve(file));
      }
    }
    assertThat(Files.size(crashed.resolve("bosett.db-wal"))).isPositive();
    Stores.restore(copy, crashed, true);
    assertThat(crashed.resolve("bosett.db-wal")).doesNotExist();
    assertThat(has(crashed, before)).isTrue();
    assertThat(has(crashed, after)).isFalse();
  }

  @Test
  void a_folder_in_use_is_left_alone() throws IOException {
    keep(folder);
    Stores.backup(folder, copy);
    try (Store store = open(folder)) {
      String id = Given.submit(store, "ann").id();
      assertThatThrownBy(() -> Stores.restore(copy, folder, true))
          .isInstanceOf(FolderInUseException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      assertThat(store.allocations().find(id)).isPresent();
    }
  }

  @Test
  void a_store_that_somebody_looks_into_is_not_taken_for_damaged() throws IOException {
    String id = keep(folder);
    Stores.backup(folder, copy);
    try (Store beside = Stores.beside(folder, Clock.systemUTC())) {
      assertThat(beside.keys().all()).isEmpty();
      assertThatThrownBy(() -> Stores.restore(copy, folder, true))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("locked");
      assertThat(beside.allocations().find(id)).isPresent();
    }
    assertThat(has(folder, id)).isTrue();
  }

  @Test
  void a_damaged_copy_is_refused_and_the_old_store_stands() throws IOException {
    String id = keep(folder);
    Stores.backup(folder, copy);
    try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
      file.seek(4_096 * 2);
      file.write(new byte[4_096 * 3]);
    }
    assertThatThrownBy(() -> Stores.restore(copy, folder, true)).isInstanceOf(IOException.class);
    assertThat(has(folder, id)).isTrue();
    Files.write(copy, new byte[0]);
    assertThatThrownBy(() -> Stores.restore(copy, folder, true)).hasMessageContaining("no store");
    Files.writeString(copy, "no database at all, whatever its name says".repeat(100));
    assertThatThrownBy(() -> Stores.restore(copy, folder, true)).isInstanceOf(IOException.class);
    assertThat(has(folder, id)).isTrue();
    assertThat(folder).isDirectoryNotContaining("glob:**.part*");
  }

  @Test
  void a_later_programs_copy_is_refused_and_so_is_its_folder() throws Exception {
    String id = keep(folder);
    Stores.backup(folder, copy);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history SELECT 99, '99', 'later', type, 'V99__later.sql', 1,"
              + " installed_by, installed_on, 1, 1 FROM flyway_schema_history LIMIT 1");
    }
    assertThatThrownBy(() -> Stores.restore(copy, folder, true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version of the program");
    assertThat(has(folder, id)).isTrue();
    Path later = root.resolve("later");
    Files.createDirectories(later);
    Files.copy(copy, later.resolve("bosett.db"));
    assertThatThrownBy(() -> open(later))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("version of the program");
  }

  @Test
  void a_damaged_store_is_put_aside_when_a_copy_takes_its_place() throws IOException {
    String id = keep(folder);
    Stores.backup(folder, copy);
    Files.writeString(folder.resolve("bosett.db"), "torn".repeat(5_000));
    assertThatThrownBy(() -> open(folder)).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> Stores.backup(folder, root.resolve("none")))
        .isInstanceOf(IOException.class);
    assertThat(root.resolve("none")).doesNotExist();
    Stores.restore(copy, folder, true);
    assertThat(has(folder, id)).isTrue();
    assertThat(folder.resolve("bosett.db.damaged")).hasContent("torn".repeat(5_000));
  }

  @Test
  void a_copy_that_fails_leaves_the_file_that_stood_there() throws IOException {
    Files.writeString(copy, "older copy");
    assertThatThrownBy(() -> Stores.backup(root.resolve("nowhere"), copy))
        .isInstanceOf(NoSuchFileException.class);
    keep(folder);
    assertThatThrownBy(() -> Stores.backup(folder, folder.resolve("bosett.db")))
        .hasMessageContaining("the store itself");
    assertThatThrownBy(() -> Stores.backup(folder, root.resolve("nowhere").resolve("copy")))
        .isInstanceOf(IOException.class);
    assertThat(copy).hasContent("older copy");
    Stores.backup(folder, copy);
    Stores.restore(copy, root.resolve("new"), false);
  }

  @Test
  void a_file_of_a_store_that_was_not_closed_is_no_copy() throws IOException {
    try (Store store = open(folder)) {
      Given.submit(store, "ann");
      assertThatThrownBy(
              () -> Stores.restore(folder.resolve("bosett.db"), root.resolve("new"), false))
          .hasMessageContaining("a log beside it");
    }
    Files.copy(folder.resolve("bosett.db"), copy, StandardCopyOption.REPLACE_EXISTING);
    Stores.restore(copy, root.resolve("new"), false);
  }
}
