package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Previews: solved like allocations, kept by nobody. */
@Tag("slow")
final class PreviewsTest {
  private static final String PATH = "/v1/previews";

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start(Running.SETTINGS.withPreviews(Duration.ofSeconds(5), 16));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** The number of rows of each table of the store: allocations, scenarios, stored contents, ... */
  private static Map<String, Long> rows() throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    String url = "jdbc:sqlite:" + service.folder().resolve("bosett.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM \"" + table + "\"")) {
          rows.put(table, count.getLong(1));
        }
      }
    }
    return rows;
  }

  @Test
  void a_preview_has_the_numbers_of_the_allocation() {
    Reply preview = service.post(PATH, Samples.LETTER).is(200);
    assertThat(preview.at("/status")).isEqualTo("OPTIMAL");
    assertThat(preview.at("/proof")).isEqualTo("CERTIFIED");
    assertThat(preview.at("/objective")).isEqualTo("3494323141");
    assertThat(preview.header("Server-Timing")).contains("queue;dur=", "read;dur=", "solve;dur=");
    assertThat(preview.json().has("candidates")).isFalse();
    assertThat(service.get("/metrics").text()).contains("bosett_previews_seconds_count");
  }

  @Test
  void a_preview_explains_a_municipality_in_the_words_of_the_allocation() {
    String id = service.post("/v1/allocations", Samples.LETTER).is(201).at("/id").replace("\"", "");
    for (String language : List.of("en", "nb", "nn")) {
      String query = "?municipality=0127&language=" + language;
      Reply preview = service.post(PATH + query, Samples.LETTER).is(200);
      String path = "/v1/allocations/" + id + "/explanation/0127?language=" + language;
      JsonNode kept = service.get(path).is(200).json();
      assertThat(preview.json().get("explanation")).isEqualTo(kept);
      assertThat(preview.header("Content-Language")).isEqualTo(language);
    }
    service.post(PATH + "?municipality=9999", Samples.LETTER).is(404);
    service.post(PATH + "?municipality=0127&language=de", Samples.LETTER).is(400);
  }

  @Test
  void a_preview_leaves_no_row_in_the_store_where_an_allocation_leaves_some() throws SQLException {
    Map<String, Long> before = rows();
    assertThat(before).containsKeys("jobs", "contents", "scenarios", "outcomes");
    String scenario = Samples.THREE_PLACES.replace("\"persons\": 20", "\"persons\": 19");
    service.post(PATH, scenario).is(200);
    service.post(PATH + "?include=losses", scenario).is(200);
    service.post(PATH, "{\"scenario\": 1}").is(400);
    assertThat(rows()).isEqualTo(before);
    service.post("/v1/allocations", scenario).is(201);
    Map<String, Long> after = rows();
    assertThat(after.get("jobs")).isEqualTo(before.get("jobs") + 1);
    assertThat(after.get("contents")).isGreaterThan(before.get("contents"));
  }

  @Test
  void losses_are_told_of_every_candidate_and_exact_where_it_is_close() {
    JsonNode candidates =
        service.post(PATH + "?include=losses", Samples.LETTER).is(200).json().get("candidates");
    assertThat(candidates.size()).isEqualTo(408);
    long near = 3_494_323_141L / 500;
    for (JsonNode one : candidates) {
      boolean exact = one.get("by").asString().equals("solve");
      assertThat(exact || one.get("loss").asLong() > near).as(one.toString()).isTrue();
      assertThat(one.get("selected").asBoolean()).isEqualTo(one.get("persons").asInt() > 0);
    }
  }

  @Test
  void a_kept_scenario_or_allocation_may_be_changed() {
    String changes = "{\"demand\": {\"persons\": 18}}";
    String kept = service.post("/v1/scenarios", Samples.THREE_PLACES).is(201).at("/id");
    String body = "{\"scenarioId\": \"" + kept + "\", \"changes\": " + changes + "}";
    assertThat(service.post(PATH, body).is(200).at("/totals/persons")).isEqualTo("18");
    String solved = service.post("/v1/allocations", Samples.THREE_PLACES).is(201).at("/id");
    body = "{\"allocationId\": \"" + solved + "\", \"changes\": " + changes + "}";
    assertThat(service.post(PATH, body).is(200).at("/totals/persons")).isEqualTo("18");
    service.post(PATH, "{\"allocationId\": \"none\"}").isProblem(404, "not-found");
    service.post(PATH, "{\"allocationId\": 1, \"change\": {}}").isProblem(400, "invalid-scenario");
    service.post(PATH + "?include=all", Samples.LETTER).isProblem(400, "invalid-parameters");
  }

  @Test
  void an_infeasible_preview_carries_its_conflict_and_a_slow_one_what_it_has() {
    String short_ = Samples.THREE_PLACES.replace("\"persons\": 20", "\"persons\": 2");
    Reply infeasible = service.post(PATH, short_).is(200);
    assertThat(infeasible.at("/status")).isEqualTo("INFEASIBLE");
    assertThat(infeasible.json().at("/conflict/rules").size()).isPositive();
    try (Running quick = Running.start(Running.SETTINGS.withPreviews(Duration.ofMillis(10), 1))) {
      Reply slow = quick.post(PATH + "?include=losses", Samples.endless()).is(200);
      assertThat(slow.at("/stopped")).isEqualTo("TIME_LIMIT");
      for (JsonNode one : slow.json().get("candidates")) {
        assertThat(one.get("loss").isNull() && !one.has("by")).isTrue();
      }
    }
  }

  @Test
  void many_at_once_are_answered_or_told_to_come_again() {
    List<CompletableFuture<Reply>> replies = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      replies.add(CompletableFuture.supplyAsync(() -> service.post(PATH, Samples.LETTER)));
    }
    for (CompletableFuture<Reply> reply : replies) {
      Reply one = reply.join();
      assertThat(one.status()).isIn(200, 429);
      if (one.status() == 429) {
        assertThat(one.header("Retry-After")).isEqualTo("1");
      }
    }
    service.post(PATH, Samples.LETTER).is(200);
  }
}
