package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL stops under load and comes back. */
@Tag("slow")
final class PostgresOutageTest {
  private static final int CALLERS = 4;
  private static final long PATIENCE_MILLIS = 60_000;

  @TempDir private Path folder;

  @Test
  @Timeout(1_800)
  void the_service_says_503_meanwhile_and_recovers_by_itself() throws Exception {
    long seed = Repetitions.seed();
    int outages = Repetitions.of("outages", 20);
    SplittableRandom random = new SplittableRandom(seed);
    Ledger ledger = new Ledger();
    int refused = 0;
    try (Postgres postgres = Postgres.create(folder.resolve("postgres"));
        ServerProcess server = Services.on(postgres, folder)) {
      ServiceClient caller = new ServiceClient(server.address());
      for (int k = 0; k < outages; k++) {
        Traffic traffic = Traffic.start(caller, ledger, "o" + k, CALLERS, random.nextLong());
        try (traffic) {
          assertThat(traffic.awaitAnswered(5, PATIENCE_MILLIS)).as("before outage %d", k).isTrue();
          postgres.stop();
          refusesInGoodOrder(caller);
          ServiceClient.pause(random.nextInt(3_000));
          postgres.start();
          assertThat(traffic.awaitAnswered(20, PATIENCE_MILLIS)).as("after outage %d", k).isTrue();
        }
        assertThat(traffic.unanswered()).as("requests without an answer").isZero();
        refused += traffic.refused();
        new Audit(caller, ledger).run();
      }
      assertThat(server.isAlive()).isTrue();
    }
    Repetitions.outcome(
        "PostgreSQL stopped %d times under load: %d requests answered 503, %d allocations kept, "
            + "nothing lost, no restart of the service, seed %d",
        outages, refused, ledger.acknowledged().size(), seed);
    assertThat(refused).isGreaterThan(outages);
  }

  private static void refusesInGoodOrder(ServiceClient caller) throws IOException {
    ServiceResponse posted = caller.allocate(Letters.letter());
    assertThat(posted.status()).as(posted.toString()).isEqualTo(503);
    assertThat(posted.isProblem()).as(posted.toString()).isTrue();
    ServiceResponse listed = caller.get("/v1/allocations");
    assertThat(listed.status()).as(listed.toString()).isEqualTo(503);
    assertThat(listed.isProblem()).as(listed.toString()).isTrue();
    assertThat(caller.get("/health/ready").status()).isEqualTo(503);
    assertThat(caller.get("/health/live").status()).isEqualTo(200);
  }
}
