package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A solver's process is killed while it solves. */
@Tag("slow")
final class SolverProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MUNICIPALITIES = 4_000;
  private static final long SEED = Repetitions.seed();

  @TempDir private Path folder;
  private final int kills = Repetitions.of("solvers", 20);

  @Test
  @Timeout(1_800)
  void the_allocation_fails_with_the_reason_and_the_service_lives() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    try (ServerProcess server = Services.embedded(folder)) {
      ServiceClient caller = new ServiceClient(server.address());
      for (int k = 0; k < kills; k++) {
        String id = killed(server, caller, "killed " + k, random);
        ServiceResponse ended = caller.ended(id, PATIENCE);
        assertThat(States.of(ended)).as(ended.toString()).isEqualTo("FAILED");
        assertThat(ended.json().path("failure").asString()).as(ended.toString()).isNotBlank();
        assertThat(caller.get("/v1/allocations/" + id + "/result").status()).isEqualTo(409);
        solvesAsEver(caller);
      }
    }
    Repetitions.outcome(
        "solver process killed %d times: each allocation FAILED with a reason, the service went on, "
            + "seed %d",
        kills, SEED);
  }

  @Test
  @Timeout(1_800)
  void it_is_tried_once_more_where_that_is_wanted() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    try (ServerProcess server = Services.embedded(folder, "--retries", "1")) {
      ServiceClient caller = new ServiceClient(server.address());
      for (int k = 0; k < kills; k++) {
        String id = killed(server, caller, "tried again " + k, random);
        ServiceResponse ended = caller.ended(id, PATIENCE);
        assertThat(States.of(ended)).as(ended.toString()).isEqualTo("SUCCEEDED");
      }
    }
    Repetitions.outcome(
        "solver process killed %d times with one retry: each allocation SUCCEEDED, seed %d",
        kills, SEED);
  }

  /** Has an allocation begun, and kills who solves it. */
  private static String killed(
      ServerProcess server, ServiceClient caller, String name, SplittableRandom random)
      throws IOException {
    byte[] scenario = Letters.large(name, MUNICIPALITIES, "highs", 20);
    ServiceResponse accepted = caller.allocate(scenario, "Prefer", "respond-async");
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
    String id = accepted.allocation();
    List<ProcessHandle> solvers = List.of();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (solvers.isEmpty() || !States.of(caller.allocation(id)).equals("RUNNING")) {
      assertThat(System.nanoTime()).as("no solver process").isLessThan(deadline);
      ServiceClient.pause(20);
      solvers = server.children();
    }
    ServiceClient.pause(500 + random.nextInt(1_500));
    assertThat(States.of(caller.allocation(id))).isEqualTo("RUNNING");
    server.children().forEach(ProcessHandle::destroyForcibly);
    return id;
  }

  private static void solvesAsEver(ServiceClient caller) throws IOException {
    ServiceResponse answer = caller.allocate(Letters.letter());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.json().path("status").asString()).isEqualTo("OPTIMAL");
  }
}
