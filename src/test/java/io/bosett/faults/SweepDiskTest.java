package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bosett.sweep.Sweeps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the results of a sweep is full, or nobody may write there. */
@Tag("slow")
final class SweepDiskTest {
  static final Path THREE = Path.of("models", "small", "three-places.json");
  private static final List<String> JAVA =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");
  private static final int BAD_INPUT = 2;
  static final String DRAWS =
      """
      "draws": {"count": %d, "seed": 1, "axes": [
        {"name": "demand", "at": "/demand/persons", "between": [1, 40]}]}
      """;

  @TempDir private Path folder;

  private SmallDisk disk() throws IOException {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("disk"), 16);
    assumeTrue(mounted.isPresent(), "no file system can be mounted here");
    return mounted.get();
  }

  private record Ended(int code, String out, String err) {}

  private Ended sweep(Path out, String... more) throws Exception {
    Path sweep = folder.resolve("sweep.json");
    if (!Files.exists(sweep)) {
      Files.copy(THREE, folder.resolve("three.json"));
      Files.writeString(sweep, "{\"scenario\": \"three.json\", " + DRAWS.formatted(5_500) + "}");
    }
    List<String> command =
        Stream.of(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                JAVA,
                List.of("-cp", System.getProperty("java.class.path"), "io.bosett.cli.Main"),
                List.of("sweep", "run", sweep.toString(), "--out", out.toString()),
                List.of(more))
            .flatMap(List::stream)
            .toList();
    Path said = folder.resolve("said");
    Path told = folder.resolve("told");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(told.toFile())
            .start();
    return new Ended(process.waitFor(), Files.readString(said), Files.readString(told));
  }

  @Test
  @Timeout(300)
  void a_run_on_a_full_disk_says_so_and_goes_on_when_there_is_room() throws Exception {
    Path whole = folder.resolve("whole");
    assertThat(sweep(whole).code()).isZero();
    try (SmallDisk disk = disk()) {
      Path out = disk.folder().resolve("out");
      disk.fill();
      Ended none = sweep(out);
      assertThat(none.code()).as(none.err()).isEqualTo(BAD_INPUT);
      assertThat(none.err()).contains("bosett: " + out, "No space left on device");
      disk.empty();
      assertThat(sweep(out, "--points", "0..1999").code()).isZero();
      disk.fill();
      Ended full = sweep(out);
      assertThat(full.code()).as(full.err()).isEqualTo(BAD_INPUT);
      assertThat(full.err())
          .contains("bosett: " + out, "cannot be written: No space left on device")
          .contains("the parts in " + out + " stay; the same command goes on from there")
          .doesNotContain("\tat ");
      disk.empty();
      Ended rest = sweep(out);
      assertThat(rest.code()).as(rest.err()).isZero();
      assertThat(rest.out()).startsWith("3,500 points solved of 5,500");
      assertThat(Sweeps.hashes(out)).isEqualTo(Sweeps.hashes(whole));
    }
  }

  @Test
  @Timeout(300)
  void a_run_where_nobody_may_write_says_so_and_goes_on_when_it_may() throws Exception {
    try (SmallDisk disk = disk()) {
      Path out = disk.folder().resolve("out");
      assertThat(sweep(out, "--points", "0..1999").code()).isZero();
      Map<String, String> before = Sweeps.hashes(out);
      disk.setReadOnly(true);
      Ended refused = sweep(out);
      assertThat(refused.code()).as(refused.err()).isEqualTo(BAD_INPUT);
      assertThat(refused.err())
          .contains("bosett: " + out, "Read-only file system")
          .doesNotContain("\tat ");
      Ended elsewhere = sweep(disk.folder().resolve("new"));
      assertThat(elsewhere.code()).as(elsewhere.err()).isEqualTo(BAD_INPUT);
      assertThat(elsewhere.err()).contains("Read-only file system").doesNotContain("\tat ");
      assertThat(Sweeps.hashes(out)).isEqualTo(before);
      disk.setReadOnly(false);
      assertThat(sweep(out).out()).startsWith("3,500 points solved of 5,500");
    }
  }

  @Test
  @Timeout(300)
  void a_sweep_of_the_service_waits_for_room_and_ends_the_same() throws Exception {
    String body =
        "{\"scenario\": " + Files.readString(THREE) + ", " + DRAWS.formatted(20_000) + "}";
    try (SmallDisk disk = disk();
        ServerProcess server = start(disk.folder().resolve("sweeps"))) {
      ServiceClient caller = new ServiceClient(server.address());
      ServedSweeps sweeps = new ServedSweeps(caller);
      String full = sweeps.submitted(body);
      sweeps.await(full, job -> job.json().at("/progress/done").asInt() >= 3_000);
      disk.fill();
      long deadline = System.nanoTime() + ServedSweeps.PATIENCE.toNanos();
      while (!server.said().contains("the results cannot be kept: ")) {
        assertThat(System.nanoTime()).as(caller.get(full).toString()).isLessThan(deadline);
        ServiceClient.pause(20);
      }
      assertThat(server.said()).contains("No space left on device; tries again in ");
      assertThat(States.isEnded(caller.get(full))).isFalse();
      disk.empty();
      ServiceResponse ended = sweeps.ended(full);
      assertThat(ended.json().path("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
      String whole = sweeps.submitted(body);
      sweeps.ended(whole);
      assertThat(sweeps.summary(full)).isEqualTo(sweeps.summary(whole));
    }
  }

  private ServerProcess start(Path sweeps) throws IOException {
    return ServerProcess.start(
        folder.resolve("logs"),
        Stream.concat(JAVA.stream(), Stream.of("-Dlogback.configurationFile=logback.xml")).toList(),
        List.of(
            "--data",
            folder.resolve("data").toString(),
            "--sweeps",
            sweeps.toString(),
            "--warm-up",
            "0"));
  }
}
