package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process of the service is killed, and started again on the same data. */
@Tag("slow")
final class KillTest {
  private static final int CALLERS = 4;
  private static final int LATEST_MILLIS = 2_000;

  @TempDir private Path folder;
  private final Ledger ledger = new Ledger();

  @Test
  @Timeout(3_600)
  void what_was_answered_survives_kill_9_at_any_moment() throws Exception {
    long seed = Repetitions.seed();
    int kills = Repetitions.of("kills", 50);
    SplittableRandom random = new SplittableRandom(seed);
    int unanswered = 0;
    int solvedAgain = 0;
    for (int k = 0; k < kills; k++) {
      unanswered += killUnderLoad(k, random);
      DatabaseProbe.in(folder).isSound();
      try (ServerProcess server = start()) {
        solvedAgain += new Audit(new ServiceClient(server.address()), ledger).run();
        assertThat(server.stop()).as("exit code after SIGTERM").isIn(0, 143);
      }
    }
    Repetitions.outcome(
        "kill -9 at %d moments: %d allocations answered, %d of them solved after a restart, "
            + "%d requests cut off, nothing lost or doubled, seed %d",
        kills, ledger.acknowledged().size(), solvedAgain, unanswered, seed);
    assertThat(ledger.acknowledged()).hasSizeGreaterThan(kills);
  }

  private int killUnderLoad(int k, SplittableRandom random) throws IOException {
    try (ServerProcess server = start()) {
      ServiceClient caller = new ServiceClient(server.address());
      List<ProcessHandle> children;
      Traffic traffic = Traffic.start(caller, ledger, "k" + k, CALLERS, random.nextLong());
      try (traffic) {
        traffic.awaitAnswered(1, 30_000);
        ServiceClient.pause(random.nextInt(LATEST_MILLIS));
        children = server.children();
        server.kill();
      }
      children.forEach(KillTest::ends);
      return traffic.unanswered();
    }
  }

  /** No solver outlives its service. */
  private static void ends(ProcessHandle child) {
    child.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private ServerProcess start() throws IOException {
    return Services.embedded(folder);
  }
}
