package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sweeps over HTTP. */
@Tag("slow")
final class SweepsTest {
  private static final String DRAWS =
      """
      "name": "Small", "grid": [{"name": "least", "at": "/places/minimum", "values": [3, 6]}],
      "draws": {"count": %d, "seed": 1, "axes": [
        {"name": "demand", "at": "/demand/persons", "between": [10, 30]}]}
      """;

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String sweep(int draws, String more) {
    return "{\"scenario\": " + Samples.THREE_PLACES + ", " + DRAWS.formatted(draws) + more + "}";
  }

  private static String ended(String body) {
    Reply reply = service.post("/v1/sweeps", body, "Prefer", "wait=60").is(201);
    assertThat(reply.at("/state")).isEqualTo("SUCCEEDED");
    return reply.header("Location");
  }

  @Test
  void a_sweep_is_run_and_read_point_by_point() {
    String place = ended(sweep(600, ""));
    Reply job = service.get(place).is(200);
    assertThat(job.json().at("/progress/done").asInt()).isEqualTo(1200);
    assertThat(job.json().at("/progress/planned").asInt()).isEqualTo(1200);
    assertThat(job.json().at("/points/OPTIMAL").asInt()).isPositive();
    List<Integer> points = new ArrayList<>();
    String cursor = "";
    do {
      Reply page = service.get(place + "/points?limit=200" + cursor).is(200);
      page.json().get("items").forEach(row -> points.add(row.get("point").asInt()));
      cursor = page.json().get("nextCursor").isNull() ? null : "&cursor=" + page.at("/nextCursor");
    } while (cursor != null);
    assertThat(points).hasSize(1200).isSorted().doesNotHaveDuplicates();
    Reply row = service.get(place + "/points?limit=1&cursor=7").is(200);
    Reply point = service.get(place + "/points/7").is(200);
    assertThat(row.json().at("/items/0/point").asInt()).isEqualTo(7);
    assertThat(point.json().at("/scenario/demand/persons").asInt())
        .isEqualTo(row.json().at("/items/0/demand").asInt());
    assertThat(point.at("/values/least")).isEqualTo("6");
    Reply solved = service.post("/v1/allocations", point.json().get("scenario").toString()).is(201);
    assertThat(solved.at("/status")).isEqualTo(row.at("/items/0/status"));
    service.get(place + "/points/1200").is(404);
    service.get(place + "/points?cursor=x").is(400);
  }

  @Test
  void the_summary_comes_as_json_and_as_a_report_in_three_languages() {
    String place = ended(sweep(50, ""));
    Reply json = service.get(place + "/summary").is(200);
    assertThat(json.json().at("/solved").asInt()).isEqualTo(100);
    assertThat(json.json().at("/axes/1/effects/objective").asDouble()).isBetween(0.0, 1.0);
    assertThat(json.json().at("/municipalities")).hasSize(3);
    assertThat(json.json().at("/effort").asInt()).isZero();
    assertThat(json.json().at("/clock").asInt()).isZero();
    assertThat(json.at("/municipalities/0/class")).isIn("certain", "mostly", "rarely", "never");
    for (String language : List.of("en", "nb", "nn")) {
      Reply html = service.get(place + "/summary?format=html&language=" + language).is(200);
      assertThat(html.header("Content-Language")).isEqualTo(language);
      assertThat(html.text()).contains("<html lang=\"" + language + "\">", "class=\"bar\"");
    }
    service.get(place + "/summary", "Accept", "text/html").is(200);
    service.get(place + "/summary?format=pdf").is(406);
  }

  @Test
  void the_summary_has_what_decides_each_the_spread_of_each_bin_and_rare_points() {
    String place = ended(sweep(300, ""));
    Reply json = service.get(place + "/summary").is(200);
    for (JsonNode one : json.json().get("municipalities")) {
      assertThat(one.get("effects").size()).isEqualTo(json.json().get("axes").size());
      for (boolean asked : new boolean[] {true, false}) {
        JsonNode point = one.get(asked ? "askedAt" : "notAskedAt");
        int times = one.get("asked").asInt();
        int others = json.json().get("allocated").asInt() - times;
        assertThat(point.isNull()).isEqualTo((asked ? times : others) == 0);
        if (!point.isNull()) {
          Reply row = service.get(place + "/points?limit=1&cursor=" + point.asInt()).is(200);
          String all = row.json().at("/items/0/asked").toString();
          assertThat(all.contains(one.get("municipality").toString())).isEqualTo(asked);
        }
      }
    }
    json.json()
        .get("status")
        .properties()
        .forEach(
            status -> {
              JsonNode point = json.json().get("statusAt").get(status.getKey());
              assertThat(point == null).isEqualTo(status.getValue().asInt() == 0);
              if (point != null) {
                String row = place + "/points?limit=1&cursor=" + point.asInt();
                assertThat(service.get(row).is(200).at("/items/0/status"))
                    .isEqualTo(status.getKey());
              }
            });
    JsonNode bin = json.json().at("/axes/1/bins/0");
    assertThat(bin.get("deviations").get("objective").asDouble()).isNotNegative();
  }

  @Test
  void boxes_say_in_which_points_a_municipality_is_not_asked() {
    String place = ended(sweep(300, ""));
    String some = "";
    for (JsonNode one : service.get(place + "/summary").is(200).json().get("municipalities")) {
      boolean isOpen = List.of("mostly", "rarely").contains(one.get("class").asString());
      some = isOpen ? one.get("municipality").asString() : some;
    }
    assertThat(some).isNotEmpty();
    Reply boxes = service.get(place + "/boxes?municipality=" + some).is(200);
    JsonNode first = boxes.json().at("/boxes/0");
    assertThat(first.get("coverage").asDouble()).isEqualTo(1);
    assertThat(first.get("sides").size()).isZero();
    JsonNode last = boxes.json().get("boxes").get(boxes.json().get("boxes").size() - 1);
    assertThat(last.get("density").asDouble()).isGreaterThan(first.get("density").asDouble());
    JsonNode side = last.get("sides").get(0);
    String row = place + "/points?limit=1&cursor=" + last.get("point").asInt();
    Reply point = service.get(row).is(200);
    double value = point.json().at("/items/0/" + side.get("axis").asString()).asDouble();
    assertThat(value)
        .isBetween(
            side.get("least").isNull() ? -1e9 : side.get("least").asDouble(),
            side.get("most").isNull() ? 1e9 : side.get("most").asDouble());
    assertThat(point.json().at("/items/0/asked").toString()).doesNotContain('"' + some + '"');
    Reply asked = service.get(place + "/boxes?asked=true&municipality=" + some).is(200);
    assertThat(asked.at("/asked")).isEqualTo("true");
    service.get(place + "/boxes?municipality=nobody").is(404);
    service.get(place + "/boxes").is(400);
    service.get(place + "/boxes?municipality=C&asked=perhaps").is(400);
  }

  @Test
  void a_kept_scenario_and_allocations_are_named_by_their_ids() {
    String scenario = service.post("/v1/scenarios", Samples.THREE_PLACES).is(201).at("/id");
    String allocation = service.post("/v1/allocations", Samples.THREE_PLACES).is(201).at("/id");
    String place =
        ended(
            "{\"scenario\": {\"scenarioId\": \""
                + scenario
                + "\"}, \"against\": {\"now\": \""
                + allocation
                + "\"}, "
                + DRAWS.formatted(5)
                + "}");
    assertThat(service.get(place).at("/scenarioId")).isEqualTo(scenario);
    assertThat(service.get(place).json().get("dataset").isNull()).isTrue();
    Reply rows = service.get(place + "/points").is(200);
    assertThat(rows.json().at("/items/0/otherwise_now").isNumber()).isTrue();
  }

  @Test
  void a_sweep_names_the_dataset_of_its_scenario() throws IOException {
    String letter = Files.readString(Path.of("models", "norway-2018", "letter.json"));
    String place =
        ended(
            "{\"scenario\": "
                + letter
                + ", "
                + DRAWS.formatted(1).replaceFirst("\\[10, 30\\]", "[4000, 5000]")
                + "}");
    assertThat(service.get(place).at("/dataset")).isEqualTo("norway-2018");
    assertThat(service.get("/v1/sweeps?limit=1").at("/items/0/dataset")).isEqualTo("norway-2018");
  }

  @Test
  void all_faults_of_a_sweep_come_at_once_with_pointers_into_it() {
    String body =
        "{\"scenario\": "
            + Samples.THREE_PLACES.replaceFirst("\"persons\": *[0-9]+", "\"persons\": -1")
            + ", \"against\": {\"a\": \"letter.json\"}, \"grid\": [{\"name\": \"x\", \"at\":"
            + " \"/nowhere\", \"values\": [1]}], \"keep\": [\"all\"],"
            + " \"runOn\": \"moon\", \"draws\": {\"count\": 2000000, \"seed\": 1, \"axes\": [{\"name\":"
            + " \"demand\", \"at\": \"/demand/persons\", \"between\": [10, 30]}]}}";
    Reply reply = service.post("/v1/sweeps", body).is(400);
    assertThat(reply.at("/type")).isEqualTo("urn:problem:invalid-sweep");
    assertThat(reply.text())
        .contains("/scenario/demand/persons", "/against/a", "no allocation with numbers", "/keep/0")
        .contains("/runOn", "has 2000000 points");
    String sound =
        "{\"scenario\": "
            + Samples.THREE_PLACES
            + ", \"against\": {\"a\": \"nothing:2018\"}, \"runOn\": \"spark\", \"grid\": [{\"name\":"
            + " \"x\", \"at\": \"/nowhere\", \"values\": [1]}]}";
    assertThat(service.post("/v1/sweeps", sound).is(400).text())
        .contains("/grid/0/at", "'nothing:2018'", "is 'spark', and this service has none");
    assertThat(service.post("/v1/sweeps", "{\"scenario\": \"letter.json\"}").is(400).text())
        .contains("\"/scenario\"", "a scenario, or an object with scenarioId");
    assertThat(service.post("/v1/sweeps", sweep(1_000_000, "")).is(400).text())
        .contains("has 2000000 points", "at most 1000000 in this service");
    service.post("/v1/sweeps", "{\"scenario\": {\"scenarioId\": \"none\"}}").is(404);
    service.get("/v1/sweeps/none").is(404);
  }

  @Test
  void a_sweep_that_finds_no_room_for_its_results_is_refused_and_later_taken() {
    try (Running small = Running.startWithRoom(200_000)) {
      String large = sweep(1_001, "");
      Reply refused = small.post("/v1/sweeps", large).is(429);
      assertThat(refused.header("Retry-After")).isEqualTo("3600");
      assertThat(refused.at("/type")).isEqualTo("urn:problem:too-many-requests");
      assertThat(refused.at("/detail"))
          .isEqualTo(
              "the results of all sweeps take 0.0 MB, and this one needs about 0.2; this service has 0.2 MB for them");
      assertThat(small.get("/v1/sweeps").json().get("items")).isEmpty();
      Reply numbers = small.post("/v1/sweeps", sweep(995, ", \"keep\": [\"numbers\"]"));
      assertThat(numbers.status()).isEqualTo(429);
      small.post("/v1/sweeps", sweep(995, ""), "Prefer", "wait=60").is(201);
      small.post("/v1/sweeps", sweep(995, "")).is(429); // for the results of the first take room
    }
  }

  @Test
  void a_canceled_sweep_keeps_the_parts_that_are_there() {
    Reply begun = service.post("/v1/sweeps", sweep(400_000, ""), "Prefer", "respond-async").is(202);
    String place = begun.header("Location");
    JsonNode progress =
        await()
            .atMost(Running.PATIENCE)
            .until(
                () -> service.get(place).json().at("/progress"),
                now -> now.get("pointsPerSecond").isNumber());
    double ofTheWhole = progress.get("done").asDouble() / progress.get("elapsedSeconds").asDouble();
    assertThat(progress.get("pointsPerSecond").asDouble()).isGreaterThan(ofTheWhole);
    assertThat(progress.get("secondsLeft").asDouble()).isPositive();
    await()
        .atMost(Running.PATIENCE)
        .until(() -> service.get(place).json().at("/progress/done").asInt() > 1_500);
    service.post(place + "/cancel", "").is(202);
    assertThat(service.get(place + "/events").is(200).text()).contains("event: ended");
    assertThat(service.get(place).at("/state")).isEqualTo("CANCELED");
    int solved = service.get(place + "/summary").is(200).json().at("/solved").asInt();
    assertThat(solved).isPositive().isLessThan(800_000);
    assertThat(service.get(place + "/points?limit=1").json().at("/items")).hasSize(1);
    service.post(place + "/cancel", "").is(409);
  }

  @Test
  void a_sweep_goes_on_after_a_restart_and_ends_the_same() {
    String body = sweep(4_000, "");
    Running other = Running.start();
    try {
      String place =
          other.post("/v1/sweeps", body, "Prefer", "respond-async").is(202).header("Location");
      String whole = ended(body);
      await()
          .atMost(Running.PATIENCE)
          .until(() -> other.get(place).json().at("/progress/done").asInt() > 1_500);
      try (Running again = other.again(Running.QUEUE, Running.SETTINGS)) {
        await()
            .atMost(Running.PATIENCE)
            .until(() -> again.get(place).at("/state").equals("SUCCEEDED"));
        assertThat(again.get(place + "/summary").text())
            .isEqualTo(service.get(whole + "/summary").text());
      }
    } finally {
      other.close();
    }
  }
}
