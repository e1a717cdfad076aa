package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.http.settings.ServerSettings;
import io.bosett.service.jobs.QueueSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is sent: no breakdown, no hang, every answer as the contract says, memory flat, and the
 * letter is answered afterwards as before. One seed is one request: {@code -Dbosett.seed=N} sends
 * the Nth again and what comes after it.
 */
@Tag("slow")
final class ContractFuzzTest {
  private static final long FIRST_SEED = Long.getLong("bosett.seed", 20_180_101L);
  private static final int COUNT =
      (int) Math.max(1, 20_000 * Double.parseDouble(System.getProperty("bosett.cases", "0.1")));
  private static final int KEPT_SCENARIOS = 40;

  /** The caches are full after the first of them. */
  private static final int PARTS = 4;

  private static final long MOST_GROWTH = 32L << 20;
  private static final String LETTER_OBJECTIVE = "3494323141";

  private static final Duration LIMIT = Duration.ofMillis(500);

  /** The limit is kept within a second of the time that a thread could compute. */
  private static final Duration LATEST = LIMIT.plusSeconds(1);

  private static final ServerSettings SERVER =
      Running.SETTINGS.withTimes(
          Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(2));
  private static final QueueSettings QUEUE =
      new QueueSettings(2, 1, 60, 50, LIMIT, 5_000, 50, 1_000, 0, Duration.ofSeconds(15), "test");

  @Test
  void whatever_is_sent_is_answered_as_the_contract_says() throws Exception {
    try (ProcessorShare share = new ProcessorShare();
        Running service = Running.start(QUEUE, SERVER)) {
      ContractStock stock = stock(service);
      ContractFuzzRun run = new ContractFuzzRun(service.port(), stock);
      long began = System.nanoTime();
      long[] used = new long[PARTS];
      for (int part = 0; part < PARTS; part++) {
        long from = (long) COUNT * part / PARTS;
        long to = (long) COUNT * (part + 1) / PARTS;
        run.run(FIRST_SEED + from, (int) (to - from));
        used[part] = usedMemory(service);
      }
      report(run, used, System.nanoTime() - began);
      assertThat(run.failures()).as("first seed %d", FIRST_SEED).isEmpty();
      assertThat(run.sent()).isEqualTo(COUNT);
      assertThat(service.get("/metrics").text()).contains("bosett_solves_strays 0");
      assertThat(longestSolve(service, share)).as("the longest solve").isLessThan(LATEST);
      assertThat(count(service, "FAILED")).as("allocations that failed").isZero();
      assertThat(used[PARTS - 1] - used[PARTS - 2])
          .as("growth in bytes over the last quarter; used after each: %s", Arrays.toString(used))
          .isLessThan(MOST_GROWTH);
      assertThat(objective(service)).isEqualTo(LETTER_OBJECTIVE);
    }
  }

  private static ContractStock stock(Running service) {
    assertThat(objective(service)).isEqualTo(LETTER_OBJECTIVE);
    service.put("/v1/datasets/three-places", ContractStock.DATASET).is(201);
    List<String> scenarios = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < KEPT_SCENARIOS; i++) {
      Reply kept = service.post("/v1/scenarios", Samples.THREE_PLACES).is(201);
      scenarios.add(kept.at("/id"));
      tags.add(kept.header("ETag"));
    }
    List<String> allocations = new ArrayList<>();
    for (String name : List.of("norway-2018/letter", "small/short-by-one", "small/three-places")) {
      allocations.add(service.post("/v1/allocations", Samples.read(name)).is(201).at("/id"));
    }
    String queue = "{\"kind\": \"queue\", \"allocation\": \"" + allocations.get(0) + "\"}";
    String sweep = Samples.sweep(Samples.THREE_PLACES, 20);
    return ContractStock.of(
        Map.of(
            "analysis",
            List.of(service.post("/v1/analyses", queue).is(201).at("/id")),
            "sweep",
            List.of(service.post("/v1/sweeps", sweep).is(201).at("/id")),
            "point",
            List.of("0", "1", "9999999"),
            "allocation",
            allocations,
            "scenario",
            scenarios,
            "dataset",
            List.of("norway-2018", "three-places"),
            "municipality",
            List.of("0301", "1201", "A", "9999")),
        tags);
  }

  private static String objective(Running service) {
    Reply answer = service.post("/v1/allocations", Samples.LETTER).is(201);
    return answer.json().at("/objective").asString();
  }

  /** After everything that was handed in has ended. */
  private static long usedMemory(Running service) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> count(service, "QUEUED") + count(service, "RUNNING") == 0);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static int count(Running service, String state) {
    return Stream.of("allocations", "analyses", "sweeps")
        .mapToInt(jobs -> service.get("/v1/" + jobs + "?state=" + state).json().at("/items").size())
        .sum();
  }

  /**
   * The longest time from start to end of an allocation, hostile ones among them, as processor time
   * that its thread could have had.
   */
  private static Duration longestSolve(Running service, ProcessorShare share) {
    Duration longest = Duration.ZERO;
    int read = 0;
    String page = "/v1/allocations?state=SUCCEEDED&limit=200";
    for (String cursor = ""; cursor != null; ) {
      JsonNode body = service.get(page + cursor).is(200).json();
      for (JsonNode one : body.at("/items")) {
        Instant started = Instant.parse(one.get("startedAt").asString());
        Instant ended = Instant.parse(one.get("endedAt").asString());
        Duration took = share.between(started, ended);
        longest = took.compareTo(longest) > 0 ? took : longest;
        read++;
      }
      JsonNode next = body.get("nextCursor");
      cursor = next.isNull() ? null : "&cursor=" + next.asString();
    }
    assertThat(read).as("allocations that were looked at").isPositive();
    return longest;
  }

  private static void report(ContractFuzzRun run, long[] used, long nanos) throws IOException {
    String text =
        String.format(
            Locale.ROOT,
            "%d requests from seed %d, and %d for what they made, in %.1f s; statuses %s;"
                + " bytes used after each quarter %s; %d failures; slowest %s%n",
            COUNT,
            FIRST_SEED,
            run.followUps(),
            nanos / 1e9,
            run.statuses(),
            Arrays.toString(used),
            run.failures().size(),
            run.slowest());
    Files.writeString(
        Path.of("target", "contract-fuzz.txt"), text + "\n" + String.join("\n\n", run.failures()));
  }
}
