package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service is told to stop while solvers run and requests of every kind are in flight. */
@Tag("slow")
final class StoppedServiceTest {
  private static final List<String> JAVA =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MUNICIPALITIES = 4_000;
  private static final int THREADS = 2;

  @TempDir private Path folder;

  @Test
  @Timeout(3_600)
  void what_was_being_solved_waits_again_whatever_request_is_in_flight() throws Exception {
    long seed = Repetitions.seed();
    int stops = Repetitions.of("stops", 50);
    SplittableRandom random = new SplittableRandom(seed);
    Files.createDirectory(folder.resolve("tmp"));
    List<String> begun = List.of();
    for (int k = 0; k < stops; k++) {
      try (ServerProcess server = start()) {
        ServiceClient caller = new ServiceClient(server.address());
        cancel(caller, begun);
        begun = begin(server, caller, k);
        stop(server, caller, begun, k, random);
      }
      assertThat(folder.resolve("tmp")).as("after stop %d", k).isEmptyDirectory();
    }
    try (ServerProcess server = start()) {
      cancel(new ServiceClient(server.address()), begun);
    }
    Repetitions.outcome(
        "SIGTERM %d times with two native solves and a request in flight: all waited again, seed"
            + " %d",
        stops, seed);
  }

  private ServerProcess start() throws IOException {
    List<String> java = new ArrayList<>(JAVA);
    java.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
    return ServerProcess.start(
        folder.resolve("logs"),
        java,
        List.of(
            "--data",
            folder.resolve("data").toString(),
            "--threads",
            "" + THREADS,
            "--grace",
            "2",
            "--warm-up",
            "0"));
  }

  /** Two solves that have begun in processes of their own, and one that waits. */
  private static List<String> begin(ServerProcess server, ServiceClient caller, int k)
      throws IOException {
    String solver = List.of("highs", "cp-sat", "cbc", "scip").get(k % 4);
    List<String> ids = new ArrayList<>();
    for (int n = 0; n <= THREADS; n++) {
      byte[] scenario = Letters.large("stop " + k + "." + n, MUNICIPALITIES, solver, 60);
      ServiceResponse accepted = caller.allocate(scenario, "Prefer", "respond-async");
      assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
      ids.add(accepted.allocation());
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (server.children().size() < THREADS
        || !States.of(caller.allocation(ids.get(THREADS - 1))).equals("RUNNING")) {
      assertThat(System.nanoTime()).as("two solves run").isLessThan(deadline);
      ServiceClient.pause(20);
    }
    return ids;
  }

  private static void stop(
      ServerProcess server,
      ServiceClient caller,
      List<String> begun,
      int k,
      SplittableRandom random)
      throws IOException {
    SlowClient.Manner[] manners = SlowClient.Manner.values();
    ServiceClient.pause(random.nextInt(1_500));
    try (SlowClient slow = SlowClient.connect(server.address(), manners[k % manners.length])) {
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(() -> waitingRequest(caller, begun.get(k % begun.size()), k));
      ServiceClient.pause(100 + random.nextInt(200));
      List<ProcessHandle> children = server.children();
      if (k % 2 == 1) {
        children.forEach(ProcessHandle::destroy); // as a terminal does, which tells them all
      }
      assertThat(server.stop()).as(server.said()).isEqualTo(143);
      assertThat(children).noneMatch(ProcessHandle::isAlive);
      assertThat(server.said()).doesNotContain("\"ERROR\"").doesNotContain("exit code 1");
      waiting.join();
      slow.goOn();
    }
  }

  /** A request that is answered late; how is not told here. */
  private static void waitingRequest(ServiceClient caller, String id, int k) {
    try {
      switch (k % 3) {
        case 0 ->
            caller.allocate(Letters.large("late " + k, 1_000, "cbc", 60), "Prefer", "wait=30");
        case 1 -> caller.get("/v1/allocations/" + id + "/events", "Accept", "text/event-stream");
        default -> caller.get("/v1/allocations/" + id + "?wait=30", "Prefer", "wait=30");
      }
    } catch (IOException e) {
      // The service has ended.
    }
  }

  /** What had begun waits again or is solved again; it is not needed any longer. */
  private static void cancel(ServiceClient caller, List<String> begun) throws IOException {
    for (String id : begun) {
      ServiceResponse kept = caller.allocation(id);
      assertThat(States.of(kept)).as(kept.toString()).isIn("QUEUED", "RUNNING", "SUCCEEDED");
      caller.post("/v1/allocations/" + id + "/cancel", new byte[0]);
    }
    for (String id : begun) {
      caller.ended(id, PATIENCE);
    }
    List<String> others =
        Stream.of(caller.get("/v1/allocations?limit=100"))
            .flatMap(page -> page.json().path("items").valueStream())
            .filter(
                item -> !List.of("SUCCEEDED", "CANCELED").contains(item.path("state").asString()))
            .map(item -> item.path("id").asString())
            .toList();
    for (String id : others) {
      caller.post("/v1/allocations/" + id + "/cancel", new byte[0]);
      assertThat(States.of(caller.ended(id, PATIENCE))).isIn("CANCELED", "SUCCEEDED");
    }
  }
}
