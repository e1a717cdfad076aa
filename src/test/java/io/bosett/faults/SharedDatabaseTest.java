package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three processes of the service on one PostgreSQL. */
@Tag("slow")
final class SharedDatabaseTest {
  private static final Duration PATIENCE = Duration.ofSeconds(300);
  private static final int PROCESSES = 3;

  @TempDir private Path folder;
  private Postgres postgres;
  private final List<ServerProcess> servers = new ArrayList<>();
  private final List<ServiceClient> callers = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    postgres = Postgres.create(folder.resolve("postgres"));
    for (int p = 0; p < PROCESSES; p++) {
      servers.add(Services.on(postgres, folder));
      callers.add(new ServiceClient(servers.get(p).address()));
    }
  }

  @AfterEach
  void stop() throws IOException {
    servers.forEach(ServerProcess::close);
    postgres.close();
  }

  @Test
  @Timeout(900)
  void nothing_is_solved_twice() throws Exception {
    int count = Repetitions.of("shared", 1_000);
    Map<String, String> ids = post(count, () -> {});
    ended(ids);
    List<Long> solves = new ArrayList<>();
    for (ServiceClient caller : callers) {
      solves.add(solves(caller.get("/metrics").text()));
    }
    assertThat(solves.stream().mapToLong(Long::longValue).sum()).as(solves + "").isEqualTo(count);
    assertThat(ask("SELECT count(*) FROM jobs WHERE attempt <> 1")).isZero();
    Repetitions.outcome(
        "%d allocations on %d processes: each solved once, by process %s, seed %d",
        count, PROCESSES, solves, Repetitions.seed());
  }

  @Test
  @Timeout(900)
  void the_work_of_a_dead_process_is_taken_over_when_its_lease_has_run_out() throws Exception {
    int count = Repetitions.of("shared", 1_000);
    // Nobody else is at work, so the first process begins it, and is long at it.
    String orphan = taken(callers.get(0), Letters.large("orphan", 4_000, "highs", 60));
    Map<String, String> ids =
        post(
            count,
            () -> {
              servers.get(0).kill();
              callers.set(0, callers.get(1));
            });
    ids.put(orphan, "orphan");
    ended(ids);
    long takenOver = ask("SELECT count(*) FROM jobs WHERE attempt = 2");
    assertThat(ask("SELECT count(*) FROM jobs WHERE attempt NOT IN (1, 2)")).isZero();
    assertThat(takenOver).isBetween(1L, (long) Runtime.getRuntime().availableProcessors());
    Repetitions.outcome(
        "%d allocations on %d processes, one of them killed: all solved, %d taken over, seed %d",
        count, PROCESSES, takenOver, Repetitions.seed());
  }

  /** Hands scenarios in at all processes in turn, and does something in the middle. */
  private Map<String, String> post(int count, Runnable inTheMiddle) throws IOException {
    SplittableRandom random = new SplittableRandom(Repetitions.seed());
    Map<String, String> ids = new HashMap<>();
    for (int k = 0; k < count; k++) {
      String name = "shared " + k;
      String solver = k % 5 == 0 ? "cbc" : "decomposition";
      byte[] scenario = Letters.solvedBy(name, solver, random);
      ids.put(taken(callers.get(k % PROCESSES), scenario), name);
      if (k == count / 2) {
        inTheMiddle.run();
      }
    }
    assertThat(ids).hasSize(count);
    return ids;
  }

  private void ended(Map<String, String> ids) throws IOException {
    for (Map.Entry<String, String> entry : ids.entrySet()) {
      ServiceResponse ended = callers.get(2).ended(entry.getKey(), PATIENCE);
      assertThat(States.of(ended)).as(ended.toString()).isEqualTo("SUCCEEDED");
      assertThat(ended.json().path("name").asString()).isEqualTo(entry.getValue());
    }
  }

  private static long solves(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("bosett_solves_seconds_count"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private long ask(String query) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Too many may be waiting, which passes. */
  private static String taken(ServiceClient caller, byte[] scenario) throws IOException {
    ServiceResponse answer = caller.allocate(scenario, "Prefer", "respond-async");
    while (answer.status() == 429) {
      ServiceClient.pause(100);
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
      ServiceClient.pause(20);
    }
    ServiceResponse asked = callers.get(1).post("/v1/allocations/" + id + "/cancel", new byte[0]);
    assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
    ServiceResponse events = callers.get(2).get("/v1/allocations/" + id + "/events");
    assertThat(events.text()).containsPattern("event: ?ended").contains("\"CANCELED\"");
    assertThat(States.of(callers.get(0).allocation(id))).isEqualTo("CANCELED");
  }
}
