package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three processes of the service on one PostgreSQL. */
final class SharedDatabaseTest {
  private static final Duration PATIENCE = Duration.ofSeconds(300);
  private static final int PROCESSES = 3;

  @TempDir private Path folder;
  private Postgres postgres;
  private final List<ServerProcess> servers = new ArrayList<>();
  private final List<Caller> callers = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    postgres = Postgres.create(folder.resolve("postgres"));
    for (int p = 0; p < PROCESSES; p++) {
      servers.add(Services.on(postgres, folder));
      callers.add(new Caller(servers.get(p).address()));
    }
  }

  @AfterEach
  void stop() throws IOException {
    servers.forEach(ServerProcess::close);
    postgres.close();
  }

  @Test
  @Timeout(900)
  void nothing_is_solved_twice_and_the_work_of_a_dead_process_is_taken_over() throws Exception {
    long seed = Counts.seed();
    int count = Counts.of("shared", 1_000);
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, String> ids = new HashMap<>();
    for (int k = 0; k < count; k++) {
      String name = "shared " + k;
      String solver = k % 5 == 0 ? "cbc" : "decomposition";
      byte[] scenario = Letters.solvedBy(name, solver, random);
      ids.put(taken(callers.get(k % PROCESSES), scenario), name);
      if (k == count / 2) {
        servers.get(0).kill();
        callers.set(0, callers.get(1));
      }
    }
    int takenOver = 0;
    for (Map.Entry<String, String> entry : ids.entrySet()) {
      Answer ended = callers.get(2).ended(entry.getKey(), PATIENCE);
      assertThat(States.of(ended)).as(ended.toString()).isEqualTo("SUCCEEDED");
      assertThat(ended.json().path("attempt").asInt()).as(ended.toString()).isIn(1, 2);
      takenOver += ended.json().path("attempt").asInt() - 1;
    }
    // Nobody but the one that died may have left work to others.
    assertThat(takenOver).isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    Counts.outcome(
        "%d allocations on %d processes, one of them killed: %d taken over, none solved twice, "
            + "seed %d",
        count, PROCESSES, takenOver, seed);
  }

  /** Too many may be waiting, which passes. */
  private static String taken(Caller caller, byte[] scenario) throws IOException {
    Answer answer = caller.allocate(scenario, "Prefer", "respond-async");
    while (answer.status() == 429) {
      Caller.pause(100);
      answer = caller.allocate(scenario, "Prefer", "respond-async");
    }
    assertThat(answer.status()).as(answer.toString()).isIn(201, 202);
    return answer.allocation();
  }

  @Test
  @Timeout(300)
  void cancel_and_events_work_from_any_process() throws Exception {
    byte[] scenario = Letters.large("elsewhere", 8_000, "highs", 120);
    String id = callers.get(0).allocate(scenario, "Prefer", "respond-async").allocation();
    while (!States.of(callers.get(1).allocation(id)).equals("RUNNING")) {
      Caller.pause(20);
    }
    Answer asked = callers.get(1).post("/v1/allocations/" + id + "/cancel", new byte[0]);
    assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
    Answer events = callers.get(2).get("/v1/allocations/" + id + "/events");
    assertThat(events.text()).containsPattern("event: ?ended").contains("\"CANCELED\"");
    assertThat(States.of(callers.get(0).allocation(id))).isEqualTo("CANCELED");
  }
}
