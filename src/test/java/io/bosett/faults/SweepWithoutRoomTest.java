package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bosett.http.Reply;
import io.bosett.http.Running;
import io.bosett.service.sweeps.RetryBackoff;
import io.bosett.store.JobKind;
import io.bosett.sweep.Sweeps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the sweeps of a service stays full. */
@Tag("slow")
final class SweepWithoutRoomTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir private Path folder;

  private SmallDisk disk() throws IOException {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("disk"), 16);
    assumeTrue(mounted.isPresent(), "no file system can be mounted here");
    return mounted.get();
  }

  @Test
  @Timeout(300)
  void a_sweep_of_the_service_fails_when_there_is_no_room_and_goes_on_when_submitted_again()
      throws Exception {
    String body =
        "{\"scenario\": "
            + Files.readString(SweepDiskTest.THREE)
            + ", "
            + SweepDiskTest.DRAWS.formatted(12_000)
            + "}";
    RetryBackoff quick = new RetryBackoff(Duration.ofMillis(5), Duration.ofMillis(40));
    try (SmallDisk disk = disk();
        Running whole = Running.start();
        Running service =
            Running.startWith(
                Running.QUEUE, sweeps -> sweeps.at(disk.folder()).withRetries(quick))) {
      String right = whole.post("/v1/sweeps", body, "Prefer", "wait=60").is(201).header("Location");
      String begun =
          service.post("/v1/sweeps", body, "Prefer", "respond-async").is(202).header("Location");
      await()
          .atMost(PATIENCE)
          .until(() -> service.get(begun).json().at("/progress/done").asInt() >= 1_500);
      disk.fill();
      await().atMost(PATIENCE).until(() -> !service.get(begun).at("/endedAt").isEmpty());
      Reply failed = service.get(begun);
      assertThat(failed.at("/state")).as(failed.text()).isEqualTo("FAILED");
      assertThat(failed.at("/failure"))
          .startsWith("the results cannot be kept: " + disk.folder())
          .endsWith(
              "cannot be written: No space left on device; the parts that are there stay, and the"
                  + " same sweep submitted again goes on from them");
      assertThat(log(service, failed))
          .contains("tries again in 0.005 s", "again in 0.01 s", "in 0.02 s", "in 0.04 s")
          .doesNotContain("in 0.08 s");
      Path parts = disk.folder().resolve(failed.at("/id")).resolve("points");
      Map<String, String> kept = Sweeps.hashes(parts);
      assertThat(kept).isNotEmpty();
      assertThat(service.get(begun + "/points?limit=1").is(200).json().at("/items")).hasSize(1);
      disk.empty();
      Reply again = service.post("/v1/sweeps", body, "Prefer", "wait=60").is(201);
      assertThat(again.at("/state")).as(again.text()).isEqualTo("SUCCEEDED");
      assertThat(log(service, again)).contains("the parts of an earlier run of the same sweep");
      assertThat(Sweeps.hashes(parts)).isEqualTo(kept);
      Path now = disk.folder().resolve(again.at("/id")).resolve("points");
      assertThat(Sweeps.hashes(now)).containsAllEntriesOf(kept).hasSize(12);
      assertThat(Files.isSameFile(now.resolve(first(kept)), parts.resolve(first(kept)))).isTrue();
      for (String what : List.of("/summary", "/points?limit=200&cursor=4000")) {
        assertThat(service.get(again.header("Location") + what).text())
            .isEqualTo(whole.get(right + what).text());
      }
    }
  }

  private static String log(Running service, Reply sweep) {
    return service.store.jobs(JobKind.SWEEP).log(sweep.at("/id")).orElseThrow();
  }

  private static String first(Map<String, String> files) {
    return files.keySet().iterator().next();
  }
}
