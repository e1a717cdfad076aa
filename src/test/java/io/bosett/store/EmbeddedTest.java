package io.bosett.store;

import static io.bosett.store.Given.LEASE;
import static io.bosett.store.Given.LIMITS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bosett.store.JobStore.Filter;
import io.bosett.store.factory.Stores;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the embedded store does. */
@Tag("slow")
final class EmbeddedTest {
  private static final String MAX_PAGES = "bosett.store.maxPages";
  @TempDir Path folder;

  private Store open() {
    return Stores.embedded(folder, Clock.systemUTC());
  }

  @Test
  void a_fresh_folder_is_made() {
    Path deep = folder.resolve("a").resolve("ø b");
    try (Store store = Stores.embedded(deep, Clock.systemUTC())) {
      assertThat(store.isAvailable()).isTrue();
      assertThat(store.isShared()).isFalse();
    }
    assertThat(deep.resolve("bosett.db")).exists();
    assertThat(deep.resolve("bosett.db-wal")).doesNotExist();
  }

  @Test
  void what_is_made_is_for_its_owner_only(@TempDir Path elsewhere) throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path data = folder.resolve("new").resolve("data");
    Path copy = elsewhere.resolve("copy.db");
    try (Store store = Stores.embedded(data, Clock.systemUTC())) {
      Given.submit(store, "ann");
      assertThat(permissions(data)).isEqualTo("rwx------");
      for (String file : List.of("bosett.db", "bosett.db-wal", "bosett.db-shm", "bosett.lock")) {
        assertThat(permissions(data.resolve(file))).as(file).isEqualTo("rw-------");
      }
      Stores.backup(data, copy);
    }
    assertThat(permissions(copy)).isEqualTo("rw-------");
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
    Path restored = elsewhere.resolve("restored");
    Stores.restore(copy, restored, false);
    assertThat(permissions(restored)).isEqualTo("rwx------");
    assertThat(permissions(restored.resolve("bosett.db"))).isEqualTo("rw-------");
  }

  @Test
  void a_folder_that_is_there_stays_as_open_as_it_is() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    open().close();
    assertThat(permissions(folder)).isEqualTo("rwxr-x---");
    Stores.beside(folder, Clock.systemUTC()).close();
    assertThat(permissions(folder)).isEqualTo("rwxr-x---");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void a_second_user_of_the_folder_is_told_who_has_it() {
    try (Store store = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(FolderInUseException.class)
          .hasMessage(folder + " is in use by process " + ProcessHandle.current().pid());
      assertThat(store.isAvailable()).isTrue();
    }
    open().close();
  }

  @Test
  void what_is_written_beside_a_service_is_there_for_both() {
    try (Store service = open();
        Store beside = Stores.beside(folder, Clock.systemUTC())) {
      Together.run(
          4,
          number -> {
            for (int i = 0; i < 25; i++) {
              if (number == 0) {
                String name = "key " + i;
                beside
                    .keys()
                    .add(
                        new KeyStore.KeptKey(
                            name, name, KeyStore.Role.READ, "hash", Instant.EPOCH));
              } else {
                Given.submit(service, "ann");
              }
            }
            return null;
          });
      assertThat(service.keys().all()).hasSize(25);
      assertThat(beside.allocations().counts()).containsEntry(JobState.QUEUED, 75);
    }
  }

  @Test
  void a_folder_that_cannot_be_made_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    assertThatThrownBy(() -> Stores.embedded(file.resolve("data"), Clock.systemUTC()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void a_closed_store_is_unavailable_and_may_be_closed_again() {
    Store store = open();
    store.close();
    store.close();
    assertThat(store.isAvailable()).isFalse();
    assertThatThrownBy(() -> Given.submit(store, "ann"))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> store.allocations().counts())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void leases_do_not_run_out() {
    try (Store store = open()) {
      Given.submit(store, "ann");
      assertThat(store.allocations().claim("me", 1, Duration.ofMillis(-1))).hasSize(1);
      assertThat(store.allocations().claim("you", 1, LEASE)).isEmpty();
      assertThat(store.allocations().releaseAll("you")).isEqualTo(1);
      assertThat(store.allocations().claim("you", 1, LEASE)).hasSize(1);
    }
  }

  @Test
  void a_full_disk_is_told_and_loses_nothing_and_is_over_once_there_is_room() {
    System.setProperty(MAX_PAGES, "150");
    try (Store store = open()) {
      Map<String, byte[]> acknowledged = new HashMap<>();
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  submitAndFinish(store, i, acknowledged);
                }
              })
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("full");
      assertThat(acknowledged).hasSizeGreaterThan(5);
      assertThat(store.isAvailable()).isTrue();
      assertIntact(store, acknowledged);
      assertThatThrownBy(() -> submitAndFinish(store, -1, acknowledged))
          .isInstanceOf(StoreUnavailableException.class);

      assertThat(store.allocations().deleteEndedBefore(Instant.now().plusSeconds(60)))
          .isEqualTo(acknowledged.size());
      acknowledged.clear();
      submitAndFinish(store, -2, acknowledged);
      assertIntact(store, acknowledged);
    } finally {
      System.clearProperty(MAX_PAGES);
    }
  }

  private static void submitAndFinish(Store store, int seed, Map<String, byte[]> acknowledged) {
    byte[] noise = new byte[8_000];
    new Random(seed).nextBytes(noise);
    NewJob asked = Given.of("ann", "scenario " + seed, new BigInteger(noise) + "");
    KeptJob kept = Given.accepted(store.allocations().submit(Given.claimedBy("me", asked), LIMITS));
    boolean finished =
        store.allocations().finish(kept.id(), "me", 1, Given.success("result " + seed)).isPresent();
    assertThat(finished).isTrue();
    acknowledged.put(kept.id(), ("result " + seed).getBytes(UTF_8));
  }

  private static void assertIntact(Store store, Map<String, byte[]> acknowledged) {
    acknowledged.forEach(
        (id, result) -> assertThat(store.allocations().result(id)).contains(result));
    Filter ended = new Filter(null, JobState.SUCCEEDED, null, null);
    assertThat(store.allocations().page(ended, 10_000, null).items()).hasSize(acknowledged.size());
  }
}
