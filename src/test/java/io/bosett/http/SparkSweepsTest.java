package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.service.sweeps.FakeSpark;
import io.bosett.service.sweeps.FakeSpark.Way;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps over HTTP that run on Spark, which a script stands for here. */
@Tag("slow")
final class SparkSweepsTest {
  private static final String DRAWS =
      """
      "name": "Small", "draws": {"count": %d, "seed": 1, "axes": [
        {"name": "demand", "at": "/demand/persons", "between": [10, 30]}]}
      """;
  private static final int POINTS = 4_300;

  @TempDir private Path folder;
  private FakeSpark spark;
  private Running service;

  @BeforeEach
  void start() throws IOException {
    spark = FakeSpark.in(folder.resolve("spark"));
    service = Running.startWith(sweeps -> sweeps.withSpark(spark.settings()));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static String sweep(String place) {
    return "{\"scenario\": "
        + Samples.THREE_PLACES
        + ", \"runOn\": \""
        + place
        + "\", "
        + DRAWS.formatted(POINTS)
        + "}";
  }

  private String begun() {
    return service
        .post("/v1/sweeps", sweep("spark"), "Prefer", "respond-async")
        .is(202)
        .header("Location");
  }

  private Reply ended(String place) {
    return await()
        .atMost(Running.PATIENCE)
        .until(() -> service.get(place), job -> !job.at("/endedAt").isEmpty());
  }

  private void awaitTwoParts(String place) {
    await()
        .atMost(Running.PATIENCE)
        .until(() -> service.get(place).json().at("/progress/done").asInt() == 2_000);
  }

  /** The summary and the rows of the same sweep in process. */
  private void isAsInProcess(String place) {
    Reply here = service.post("/v1/sweeps", sweep("service"), "Prefer", "wait=60").is(201);
    assertThat(here.at("/runOn")).isEqualTo("service");
    String other = here.header("Location");
    for (String part : new String[] {"/summary", "/points?limit=200&cursor=3900", "/points/7"}) {
      assertThat(service.get(place + part).is(200).text())
          .isEqualTo(service.get(other + part).is(200).text());
    }
    assertThat(service.get(place).json().get("points")).isEqualTo(here.json().get("points"));
  }

  @Test
  void a_sweep_on_spark_ends_as_in_the_process_of_the_service() throws IOException {
    Reply job = ended(begun());
    assertThat(job.at("/state")).as(job.text()).isEqualTo("SUCCEEDED");
    assertThat(job.at("/runOn")).isEqualTo("spark");
    assertThat(job.json().at("/progress/done").asInt()).isEqualTo(POINTS);
    assertThat(job.json().at("/progress/planned").asInt()).isEqualTo(POINTS);
    String place = job.at("/links/self");
    assertThat(spark.arguments())
        .startsWith("--master spark://fake:7077 --deploy-mode client --name bosett sweep ")
        .contains("--class io.bosett.sweep.spark.SweepJob " + spark.job() + " --out file:///")
        .endsWith(" --end-with-input");
    isAsInProcess(place);
  }

  @Test
  void without_a_spark_or_with_a_word_that_is_no_place_it_is_refused() {
    assertThat(service.post("/v1/sweeps", sweep("yarn")).is(400).text())
        .contains("\"/runOn\"", "[\"service\",\"spark\"]");
    try (Running without = Running.start()) {
      Reply refused = without.post("/v1/sweeps", sweep("spark")).is(400);
      assertThat(refused.at("/type")).isEqualTo("urn:problem:invalid-sweep");
      assertThat(refused.at("/errors/0/pointer")).isEqualTo("/runOn");
      assertThat(refused.at("/errors/0/detail")).isEqualTo("is 'spark', and this service has none");
      assertThat(without.get("/v1/sweeps").json().get("items")).isEmpty();
    }
  }

  @Test
  void progress_is_the_parts_that_are_there_and_cancel_ends_the_driver() throws IOException {
    spark.goes(Way.STAYS);
    String place = begun();
    awaitTwoParts(place);
    assertThat(service.get(place).json().at("/progress/pointsPerSecond").asDouble()).isPositive();
    assertThat(service.get(place + "/summary").is(200).json().at("/solved").asInt())
        .isEqualTo(2_000);
    service.post(place + "/cancel", "").is(202);
    Reply job = ended(place);
    assertThat(job.at("/state")).isEqualTo("CANCELED");
    assertThat(job.json().at("/points/OPTIMAL").asInt()).isPositive();
    assertThat(spark.isRunning()).isFalse();
    assertThat(service.get(place + "/points?limit=1&cursor=1999").json().at("/items")).hasSize(1);
  }

  @Test
  void after_a_restart_it_goes_on_from_the_parts_that_are_there() throws IOException {
    spark.goes(Way.STAYS);
    String place = begun();
    awaitTwoParts(place);
    spark.goes(Way.THROUGH);
    service = service.again(Running.DESK, Running.SETTINGS);
    assertThat(ended(place).at("/state")).isEqualTo("SUCCEEDED");
    isAsInProcess(place);
  }

  @Test
  void a_killed_driver_is_started_again_as_long_as_it_gets_on() throws IOException {
    spark.goes(Way.KILLED);
    String place = begun();
    assertThat(ended(place).at("/state")).isEqualTo("SUCCEEDED");
    isAsInProcess(place);
    spark.goes(Way.KILLED_AT_ONCE);
    Reply failed = ended(begun());
    assertThat(failed.at("/state")).isEqualTo("FAILED");
    assertThat(failed.at("/failure")).isEqualTo("the job on Spark ended with 137: it said nothing");
  }

  @Test
  void a_job_that_fails_is_told_in_a_sentence() throws IOException {
    spark.goes(Way.FAILS);
    spark.says(
        """
        26/11/27 00:00:00 ERROR StandaloneSchedulerBackend: Application has been killed.
        Exception in thread "main" org.apache.spark.SparkException: the master is away
        \tat org.apache.spark.Somewhere
        """);
    assertThat(ended(begun()).at("/failure"))
        .isEqualTo(
            "the job on Spark ended with 1: org.apache.spark.SparkException: the master is away");
    spark.says("bosett: /d: was begun by version 1, this is 2\nException in thread \"x\" y\n");
    assertThat(ended(begun()).at("/failure"))
        .isEqualTo("the job on Spark ended with 1: /d: was begun by version 1, this is 2");
  }

  @Test
  void a_service_that_has_lost_its_spark_goes_on_by_itself() throws IOException {
    spark.goes(Way.STAYS);
    String place = begun();
    awaitTwoParts(place);
    try (Running without = service.againWith(sweeps -> sweeps.withSpark(null))) {
      Reply job =
          await()
              .atMost(Running.PATIENCE)
              .until(() -> without.get(place), now -> !now.at("/endedAt").isEmpty());
      assertThat(job.at("/state")).isEqualTo("SUCCEEDED");
      assertThat(job.at("/runOn")).isEqualTo("spark");
    }
  }
}
