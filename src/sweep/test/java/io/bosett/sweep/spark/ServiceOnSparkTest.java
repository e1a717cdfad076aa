package io.bosett.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.http.Reply;
import io.bosett.http.Running;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.sweeps.SparkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of a service on a real master with two workers. */
final class ServiceOnSparkTest {
  private static final Duration LONG = Duration.ofSeconds(240);

  @TempDir private Path folder;

  private static String sweep(String place, int points) throws IOException {
    String letter = Files.readString(Path.of("models", "norway-2018", "letter.json"));
    String scenario = "\"runOn\": \"" + place + "\", \"scenario\": " + letter;
    return Files.readString(Path.of("models", "sweeps", "weights.json"))
        .replaceAll("\"count\": \\d+", "\"count\": " + points)
        .replaceAll("\"scenario\": \"[^\"]*\"", Matcher.quoteReplacement(scenario));
  }

  private static String submitted(Running service, String body) {
    return service.post("/v1/sweeps", body, "Prefer", "respond-async").is(202).header("Location");
  }

  private static Reply await(Running service, String sweep, Predicate<Reply> wanted) {
    return Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> service.get(sweep), wanted);
  }

  private static boolean isEnded(Reply sweep) {
    return !sweep.at("/endedAt").isEmpty();
  }

  private static int done(Reply sweep) {
    return sweep.json().at("/progress/done").asInt();
  }

  @Test
  void a_cluster_solves_it_over_a_restart_and_cancel_ends_the_application() throws IOException {
    try (SparkHome spark = new SparkHome(folder)) {
      String master = spark.master();
      spark.worker("one", master);
      spark.worker("two", master);
      SparkSettings settings = new SparkSettings(master, spark.submitCommand(), SparkHome.JOB);
      QueueSettings desk = QueueSettings.defaults(SparkHome.version());
      Running service = Running.startWith(desk, sweeps -> sweeps.withSpark(settings));
      try {
        String place = submitted(service, sweep("spark", 4_000));
        await(service, place, job -> isEnded(job) || done(job) >= 1_000);
        service = service.again(desk, Running.SETTINGS);
        Reply job = await(service, place, ServiceOnSparkTest::isEnded);
        assertThat(job.at("/state")).as(job.text()).isEqualTo("SUCCEEDED");
        String here = submitted(service, sweep("service", 4_000));
        await(service, here, ServiceOnSparkTest::isEnded);
        for (String part : new String[] {"/summary", "/points?limit=200&cursor=3000"}) {
          assertThat(service.get(place + part).text()).isEqualTo(service.get(here + part).text());
        }
        String canceled = submitted(service, sweep("spark", 900_000));
        await(service, canceled, progress -> isEnded(progress) || done(progress) >= 1_000);
        service.post(canceled + "/cancel", "").is(202);
        Reply end = await(service, canceled, ServiceOnSparkTest::isEnded);
        assertThat(end.at("/state")).as(end.text()).isEqualTo("CANCELED");
        spark.awaitEndedApplications(3);
      } finally {
        service.close();
      }
    }
  }
}
