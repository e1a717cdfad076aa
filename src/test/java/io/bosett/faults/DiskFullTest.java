package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the embedded database is full. */
@Tag("slow")
final class DiskFullTest {
  private static final int CALLERS = 3;
  private static final long PATIENCE_MILLIS = 60_000;

  @TempDir private Path folder;
  private final Ledger ledger = new Ledger();

  @Test
  @Timeout(300)
  void writes_are_refused_reads_go_on_and_room_is_all_it_takes_to_recover() throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("disk"), 64);
    assumeTrue(mounted.isPresent(), "no file system can be mounted here");
    try (SmallDisk disk = mounted.get()) {
      int refused;
      try (ServerProcess server = Services.embedded(disk.folder())) {
        ServiceClient caller = new ServiceClient(server.address());
        Traffic traffic = Traffic.start(caller, ledger, "f", CALLERS, Repetitions.seed());
        try (traffic) {
          assertThat(traffic.awaitAnswered(20, PATIENCE_MILLIS)).isTrue();
          disk.fill();
          refuses(caller);
          awaitRefused(traffic);
          readsGoOn(caller);
          assertThat(server.isAlive()).isTrue();
          disk.empty();
          assertThat(traffic.awaitAnswered(20, PATIENCE_MILLIS)).as("recovery").isTrue();
        }
        assertThat(traffic.unanswered()).isZero();
        refused = traffic.refused();
        new Audit(caller, ledger).run();
        assertThat(server.stop()).isIn(0, 143);
      }
      DatabaseProbe.in(disk.folder()).isSound();
      Repetitions.outcome(
          "disk full under load: %d writes answered 503, reads went on, recovered without a "
              + "restart, %d allocations whole, seed %d",
          refused, ledger.acknowledged().size(), Repetitions.seed());
    }
  }

  /** Some room may be left inside the database's own files, so not the first write need fail. */
  private void refuses(ServiceClient caller) throws IOException {
    SplittableRandom random = new SplittableRandom(Repetitions.seed());
    ServiceResponse answer = probe(caller, 0, random);
    for (int k = 1; k < PATIENCE_MILLIS / 5 && answer.status() != 503; k++) {
      ServiceClient.pause(5);
      answer = probe(caller, k, random);
    }
    assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
    assertThat(answer.isProblem()).as(answer.toString()).isTrue();
  }

  private static void awaitRefused(Traffic traffic) {
    for (long t = 0; t < PATIENCE_MILLIS && traffic.refused() < 20; t += 20) {
      ServiceClient.pause(20);
    }
    assertThat(traffic.refused()).as("refused under load").isGreaterThanOrEqualTo(20);
  }

  private ServiceResponse probe(ServiceClient caller, int k, SplittableRandom random)
      throws IOException {
    String name = "probe-" + k;
    Ledger.Posting posting = new Ledger.Posting(name, Letters.varied(name, random));
    ledger.posting(posting);
    ServiceResponse answer =
        caller.allocate(posting.body(), "Prefer", "respond-async", "Idempotency-Key", name);
    assertThat(answer.status()).as(answer.toString()).isIn(201, 202, 429, 503);
    if (answer.status() < 300) {
      ledger.acknowledged(posting, answer.allocation());
    }
    return answer;
  }

  private void readsGoOn(ServiceClient caller) throws IOException {
    assertThat(ledger.ended()).isNotEmpty();
    for (String id : ledger.ended()) {
      ServiceResponse document = caller.allocation(id);
      ServiceResponse result = caller.get("/v1/allocations/" + id + "/result");
      assertThat(document.status()).as(document.toString()).isEqualTo(200);
      assertThat(result.status()).as(result.toString()).isEqualTo(200);
      ledger.ended(id, new Ledger.Told(document.body(), result.body()));
    }
    assertThat(caller.get("/v1/allocations").status()).isEqualTo(200);
    assertThat(ledger.contradictions()).isEmpty();
  }
}
