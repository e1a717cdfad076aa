package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process of the service is killed in the midst of an analysis. */
@Tag("slow")
final class KilledAnalysisTest {
  private static final List<String> JAVA =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;

  @Test
  @Timeout(600)
  void after_kill_9_an_analysis_ends_with_the_same_document() throws Exception {
    String scenario = Files.readString(Path.of("models/norway-2018/letter.json"));
    byte[] body =
        ("{\"kind\": \"weights\", \"scenario\": " + scenario + "}")
            .getBytes(StandardCharsets.UTF_8);
    String undisturbed;
    String killed;
    try (ServerProcess server = start()) {
      ServiceClient caller = new ServiceClient(server.address());
      undisturbed = result(caller, submitted(caller, body));
      killed = submitted(caller, body);
      awaitBegun(caller, killed);
      server.kill();
    }
    try (ServerProcess server = start()) {
      ServiceClient caller = new ServiceClient(server.address());
      assertThat(result(caller, killed)).isEqualTo(undisturbed);
      assertThat(caller.get(killed).json().path("progress").path("done").asInt()).isPositive();
    }
  }

  private ServerProcess start() throws IOException {
    return ServerProcess.start(
        folder.resolve("logs"),
        JAVA,
        List.of("--data", folder.resolve("data").toString(), "--threads", "1", "--warm-up", "0"));
  }

  private static String submitted(ServiceClient caller, byte[] body) throws IOException {
    ServiceResponse accepted = caller.post("/v1/analyses", body, "Prefer", "respond-async");
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
    return "/v1/analyses/" + accepted.json().path("id").asString();
  }

  private static void awaitBegun(ServiceClient caller, String path) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (caller.get(path).json().path("progress").path("done").asInt() < 50) {
      assertThat(System.nanoTime()).as("it has begun").isLessThan(deadline);
      ServiceClient.pause(5);
    }
    assertThat(States.isEnded(caller.get(path))).as("it is in the midst").isFalse();
  }

  /** The document of an analysis that has ended, without the seconds that it took. */
  private static String result(ServiceClient caller, String path) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!States.isEnded(caller.get(path))) {
      assertThat(System.nanoTime()).as("it has ended").isLessThan(deadline);
      ServiceClient.pause(20);
    }
    ServiceResponse answer = caller.get(path + "/result");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.text().replaceFirst("\"seconds\":[0-9.e-]+", "");
  }
}
