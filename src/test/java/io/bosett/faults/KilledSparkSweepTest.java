package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.service.sweeps.FakeSpark;
import io.bosett.service.sweeps.FakeSpark.Way;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process of the service is killed in the midst of a sweep on Spark. */
@Tag("slow")
final class KilledSparkSweepTest {
  private static final List<String> JAVA =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;

  private ServerProcess start(FakeSpark spark) throws IOException {
    List<String> options =
        List.of(
            "--data",
            folder.resolve("data").toString(),
            "--threads",
            "1",
            "--warm-up",
            "0",
            "--spark-master",
            "spark://fake:7077",
            "--spark-submit",
            spark.submit().toString(),
            "--spark-job",
            spark.job().toString());
    return ServerProcess.start(folder.resolve("logs"), JAVA, options);
  }

  private static Answer await(Caller caller, String path, Predicate<Answer> wanted)
      throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Answer answer = caller.get(path);
    while (!wanted.test(answer)) {
      assertThat(System.nanoTime()).as(answer.toString()).isLessThan(deadline);
      Caller.pause(20);
      answer = caller.get(path);
    }
    return answer;
  }

  private static String submitted(Caller caller, String place) throws IOException {
    String scenario = Files.readString(Path.of("models", "small", "three-places.json"));
    String body =
        "{\"scenario\": "
            + scenario
            + ", \"runOn\": \""
            + place
            + "\", \"draws\": {\"count\": 3500, \"seed\": 1, \"axes\": [{\"name\": \"demand\","
            + " \"at\": \"/demand/persons\", \"between\": [10, 30]}]}}";
    Answer accepted =
        caller.post("/v1/sweeps", body.getBytes(StandardCharsets.UTF_8), "Prefer", "respond-async");
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
    return "/v1/sweeps/" + accepted.json().path("id").asString();
  }

  @Test
  @Timeout(300)
  void the_driver_ends_with_the_service_and_the_sweep_goes_on_with_the_next() throws Exception {
    FakeSpark spark = FakeSpark.in(folder.resolve("spark"));
    spark.goes(Way.STAYS);
    String killed;
    try (ServerProcess server = start(spark)) {
      Caller caller = new Caller(server.address());
      killed = submitted(caller, "spark");
      await(caller, killed, job -> job.json().at("/progress/done").asInt() == 2_000);
      assertThat(spark.isRunning()).isTrue();
      server.kill();
    }
    spark.goes(Way.THROUGH);
    try (ServerProcess server = start(spark)) {
      Caller caller = new Caller(server.address());
      Answer ended = await(caller, killed, States::isEnded);
      assertThat(ended.json().path("state").asString()).isEqualTo("SUCCEEDED");
      String whole = submitted(caller, "service");
      await(caller, whole, States::isEnded);
      assertThat(caller.get(killed + "/summary").text())
          .isEqualTo(caller.get(whole + "/summary").text());
    }
  }
}
