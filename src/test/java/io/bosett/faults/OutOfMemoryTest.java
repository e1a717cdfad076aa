package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The memory of the service runs out: its process ends, and started again it has lost nothing. */
@Tag("slow")
final class OutOfMemoryTest {
  private static final int CALLERS = 4;

  /** Java's own for {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  @TempDir private Path folder;
  private final Ledger ledger = new Ledger();

  @Test
  @Timeout(600)
  void the_process_ends_and_what_was_answered_is_there_after_a_restart() throws Exception {
    long seed = Repetitions.seed();
    SplittableRandom random = new SplittableRandom(seed);
    int times = Repetitions.of("memory", 3);
    for (int k = 0; k < times; k++) {
      runOutUnderLoad(k, random);
      DatabaseProbe.in(folder).isSound();
      try (ServerProcess server = Services.embedded(folder)) {
        new Audit(new ServiceClient(server.address()), ledger).run();
        assertThat(server.stop()).as("exit code after SIGTERM").isIn(0, 143);
      }
    }
    Repetitions.outcome(
        "out of memory %d times under load: %d allocations answered, nothing lost, seed %d",
        times, ledger.acknowledged().size(), seed);
  }

  private void runOutUnderLoad(int k, SplittableRandom random) throws IOException {
    Path sign = folder.resolve("eat-" + k);
    List<String> java =
        List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError", MemoryEater.option(folder, sign));
    try (ServerProcess server = Services.embedded(folder, java)) {
      Traffic traffic =
          Traffic.start(
              new ServiceClient(server.address()), ledger, "m" + k, CALLERS, random.nextLong());
      try (traffic) {
        traffic.awaitAnswered(3, 60_000);
        Files.createFile(sign);
        assertThat(server.awaitEnd()).isEqualTo(OUT_OF_MEMORY);
      }
    }
  }
}
