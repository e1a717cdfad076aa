package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.service.sweeps.FakeSpark;
import io.bosett.service.sweeps.FakeSpark.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process of the service is killed in the midst of a sweep on Spark. */
@Tag("slow")
final class KilledSparkSweepTest {
  private static final List<String> JAVA =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");

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

  private static String body(String place) throws IOException {
    return "{\"scenario\": "
        + Files.readString(SweepDiskTest.THREE)
        + ", \"runOn\": \""
        + place
        + "\", \"draws\": {\"count\": 3500, \"seed\": 1, \"axes\": [{\"name\": \"demand\","
        + " \"at\": \"/demand/persons\", \"between\": [10, 30]}]}}";
  }

  @Test
  @Timeout(300)
  void the_driver_ends_with_the_service_and_the_sweep_goes_on_with_the_next() throws Exception {
    FakeSpark spark = FakeSpark.in(folder.resolve("spark"));
    spark.goes(Way.STAYS);
    String killed;
    try (ServerProcess server = start(spark)) {
      ServedSweeps sweeps = new ServedSweeps(new ServiceClient(server.address()));
      killed = sweeps.submitted(body("spark"));
      sweeps.await(killed, job -> job.json().at("/progress/done").asInt() == 2_000);
      assertThat(spark.isRunning()).isTrue();
      server.kill();
    }
    spark.goes(Way.THROUGH);
    try (ServerProcess server = start(spark)) {
      ServedSweeps sweeps = new ServedSweeps(new ServiceClient(server.address()));
      ServiceResponse ended = sweeps.ended(killed);
      assertThat(ended.json().path("state").asString()).isEqualTo("SUCCEEDED");
      String whole = sweeps.submitted(body("service"));
      sweeps.ended(whole);
      assertThat(sweeps.summary(killed)).isEqualTo(sweeps.summary(whole));
    }
  }
}
