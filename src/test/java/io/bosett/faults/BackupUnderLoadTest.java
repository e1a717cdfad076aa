package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database is copied while the service works, lost, and put back from the copy. */
@Tag("slow")
final class BackupUnderLoadTest {
  private static final int CALLERS = 4;

  @TempDir private Path folder;

  /** What has become of the database when the copy is put back. */
  private enum Loss {
    /** The file is gone; the log that belonged to it is not. */
    FILE,
    /** Nothing is lost; the copy takes the place of what has happened since. */
    NOTHING,
    /** The file is damaged. */
    DAMAGE,
    /** All is gone. */
    ALL
  }

  @Test
  @Timeout(1_800)
  void a_copy_made_under_load_holds_all_that_was_answered_before_and_serves() throws Exception {
    int backups = Repetitions.of("backups", 10);
    SplittableRandom random = new SplittableRandom(Repetitions.seed());
    int kept = 0;
    for (int k = 0; k < Math.max(backups, Loss.values().length); k++) {
      Loss loss = Loss.values()[k % Loss.values().length];
      kept += lost(Files.createDirectories(folder.resolve("b" + k)), loss, random);
    }
    Repetitions.outcome(
        "%d backups under load, put back after each kind of loss: %d allocations whole and served, "
            + "seed %d",
        Math.max(backups, Loss.values().length), kept, Repetitions.seed());
  }

  private static int lost(Path folder, Loss loss, SplittableRandom random) throws IOException {
    Ledger ledger = new Ledger();
    String data = folder.resolve("data").toString();
    String copy = folder.resolve("copy.db").toString();
    Map<String, String> acknowledged;
    Map<String, Ledger.Told> told;
    try (ServerProcess server = Services.embedded(folder)) {
      ServiceClient caller = new ServiceClient(server.address());
      try (Traffic traffic = Traffic.start(caller, ledger, "b", CALLERS, random.nextLong())) {
        assertThat(traffic.awaitAnswered(10, 60_000)).isTrue();
        acknowledged = Map.copyOf(ledger.acknowledged());
        told = Map.copyOf(ledger.told());
        succeeds(folder, "backup", "--data", data, "--to", copy);
        assertThat(traffic.awaitAnswered(5, 60_000)).as("the service goes on").isTrue();
      }
      // A service that runs is safe from a restore.
      Command refused = Command.run(folder, "restore", "--from", copy, "--data", data, "--replace");
      assertThat(refused.code()).as(refused.said()).isEqualTo(2);
      assertThat(refused.said()).doesNotContain("defect");
      new Audit(caller, ledger).run();
      server.kill();
    }
    lose(folder.resolve("data"), loss);
    succeeds(folder, "restore", "--from", copy, "--data", data, "--replace");
    DatabaseProbe.in(folder).isSound();
    return serves(folder, acknowledged, told);
  }

  private static void lose(Path data, Loss loss) throws IOException {
    Path file = data.resolve("bosett.db");
    switch (loss) {
      case FILE -> Files.delete(file);
      case DAMAGE -> {
        byte[] bytes = Files.readAllBytes(file);
        for (int k = 4_096; k < bytes.length; k += 3) {
          bytes[k] ^= 0x55;
        }
        Files.write(file, bytes);
      }
      case ALL -> {
        for (String ending : new String[] {"", "-wal", "-shm"}) {
          Files.deleteIfExists(data.resolve("bosett.db" + ending));
        }
      }
      default -> assertThat(file).exists();
    }
  }

  private static void succeeds(Path folder, String... arguments) throws IOException {
    Command command = Command.run(folder, arguments);
    assertThat(command.code()).as(command.said()).isZero();
  }

  /**
   * What the service had said before the copy was made stands; what came after it is forgotten, but
   * for what the copy caught.
   */
  private static int serves(
      Path folder, Map<String, String> acknowledged, Map<String, Ledger.Told> told)
      throws IOException {
    try (ServerProcess server = Services.embedded(folder)) {
      ServiceClient caller = new ServiceClient(server.address());
      Ledger copied = new Ledger();
      new Audit(caller, copied)
          .idByName()
          .forEach((name, id) -> copied.acknowledged(new Ledger.Posting(name, new byte[0]), id));
      assertThat(copied.acknowledged()).containsAllEntriesOf(acknowledged);
      told.forEach(copied::ended);
      new Audit(caller, copied).run();
      assertThat(server.stop()).isIn(0, 143);
      return copied.acknowledged().size();
    }
  }
}
