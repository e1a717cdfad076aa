package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.http.protocol.ApiKeys;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.store.JobKind;
import io.bosett.store.JobStore;
import io.bosett.store.KeyStore.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code /v1/analyses}: everything that allocations have, and the forms of the documents. */
@Tag("slow")
final class AnalysesTest {
  private static final String ANALYSES = "/v1/analyses";
  private static final QueueSettings ONE =
      new QueueSettings(
          1, 1, 2, 2, Duration.ofMinutes(1), 1_000, 50, 50, 0, Duration.ofSeconds(15), "test");

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String of(String kind, String scenario, String options) {
    return "{\"kind\": \"" + kind + "\"" + options + ", \"scenario\": " + scenario + "}";
  }

  private static String whyNotOfAll() {
    return of("whyNot", Samples.LETTER, "");
  }

  private static String begun(Running at) {
    String id = at.post(ANALYSES, whyNotOfAll(), "Prefer", "respond-async").is(202).at("/id");
    await().until(() -> at.get(ANALYSES + "/" + id).json().at("/progress/done").asInt() > 100);
    return ANALYSES + "/" + id;
  }

  private static JsonNode ended(Running at, String path) {
    await().atMost(Duration.ofMinutes(2)).until(() -> !at.get(path).json().get("endedAt").isNull());
    return at.get(path).json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stability", "weights", "queue", "whyNot"})
  void every_kind_answers_as_json_csv_xlsx_and_html(String kind) {
    String criterion = kind.equals("weights") ? ", \"criterion\": \"employment\"" : "";
    String one = kind.equals("whyNot") ? ", \"municipality\": \"1933\"" : criterion;
    Reply made = service.post(ANALYSES, of(kind, Samples.LETTER, one), "Prefer", "wait=60").is(201);
    assertThat(made.at("/state")).isEqualTo("SUCCEEDED");
    assertThat(made.json().at("/complete").asBoolean()).isTrue();
    assertThat(made.json().at("/progress/done").asInt())
        .isEqualTo(made.json().at("/solves").asInt());
    String result = made.header("Location") + "/result";
    JsonNode document = service.get(result).is(200).json();
    assertThat(document.get("kind").asString()).isEqualTo(kind);
    assertThat(document.get("objective").asLong()).isEqualTo(3_494_323_141L);
    assertThat(service.get(result, "Accept", "text/csv").is(200).text())
        .startsWith("municipality,name,county,");
    String xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Reply book = service.get(result, "Accept", xlsx).is(200);
    assertThat(book.header("Content-Type")).isEqualTo(xlsx);
    assertThat(book.header("Content-Disposition")).endsWith(made.at("/id") + ".xlsx\"");
    assertThat(book.text()).startsWith("PK");
    assertThat(service.get(result + "?format=xlsx&language=nb").is(200).text()).startsWith("PK");
    service.get(result + "?format=xls").is(406);
    Reply html = service.get(result + "?format=html&language=nn").is(200);
    assertThat(html.header("Content-Type")).startsWith("text/html");
    assertThat(html.header("Content-Language")).isEqualTo("nn");
    assertThat(html.header("Content-Security-Policy"))
        .contains("default-src 'none'", "style-src 'unsafe-inline'", "sandbox");
    assertThat(html.text())
        .contains("<html lang=\"nn\">")
        .doesNotContain("<script", "src=", "@import", "url(", "<link");
    service.get(result, "Accept", "image/png").is(406);
    service.get(result, "If-None-Match", service.get(result).header("ETag")).is(304);
  }

  @Test
  void sentences_are_in_the_readers_language() {
    String path =
        service
            .post(ANALYSES, of("whyNot", Samples.LETTER, ", \"municipality\": \"1933\""))
            .header("Location");
    ended(service, path);
    String english = service.get(path + "/result").json().toString();
    String bokmal = service.get(path + "/result", "Accept-Language", "nb").json().toString();
    assertThat(english).contains("Asking it costs");
    assertThat(bokmal).contains("Å spørre kommunen gjør treffet 0,022565 personer dårligere");
    assertThat(service.get(path + "/result?format=csv&language=nb").text())
        .contains("Å spørre kommunen gjør treffet");
  }

  @Test
  void an_analysis_of_an_allocation_is_that_of_its_scenario_and_outlives_it() {
    String allocation = service.post("/v1/allocations", Samples.THREE_PLACES).is(201).at("/id");
    String body = "{\"kind\": \"stability\", \"allocation\": \"" + allocation + "\"}";
    Reply of = service.post(ANALYSES, body).is(201);
    assertThat(of.at("/allocation")).isEqualTo(allocation);
    Reply same = service.post(ANALYSES, of("stability", Samples.THREE_PLACES, "")).is(201);
    assertThat(unlike(service.get(of.header("Location") + "/result").text()))
        .isEqualTo(unlike(service.get(same.header("Location") + "/result").text()));
    assertThat(service.get(ANALYSES + "?allocation=" + allocation).json().at("/items").size())
        .isEqualTo(1);
    service.store.allocations().deleteEndedBefore(Instant.now().plusSeconds(60));
    service.get("/v1/allocations/" + allocation).is(404);
    service.get(of.header("Location") + "/result").is(200);
  }

  /** A document without the seconds that it took. */
  private static String unlike(String document) {
    return document.replaceFirst("\"seconds\":[0-9.e-]+", "");
  }

  @Test
  void a_stored_scenario_with_changes_is_analyzed() {
    String id = service.post("/v1/scenarios", Samples.THREE_PLACES).is(201).at("/id");
    String changed =
        "{\"scenarioId\": \"" + id + "\", \"changes\": {\"demand\": {\"persons\": 10}}}";
    Reply made = service.post(ANALYSES, of("queue", changed, "")).is(201);
    assertThat(made.at("/scenarioId")).isEqualTo(id);
    assertThat(service.get(ANALYSES + "?scenario=" + id).json().at("/items").size()).isEqualTo(1);
    service.post(ANALYSES, of("queue", "{\"scenarioId\": \"none\"}", "")).is(404);
    service.post(ANALYSES, "{\"kind\": \"queue\", \"allocation\": \"none\"}").is(404);
  }

  @Test
  void all_faults_of_a_request_are_told_at_once() {
    String scenario = Samples.THREE_PLACES.replace("\"persons\": 20", "\"persons\": 0");
    String options = ", \"losses\": [0.1, 11, \"x\"], \"criterion\": \"a\", \"what\": 1";
    Reply reply = service.post(ANALYSES, of("stability", scenario, options)).is(400);
    assertThat(reply.at("/type")).isEqualTo("urn:problem:invalid-analysis");
    assertThat(pointers(reply))
        .containsExactlyInAnyOrder(
            "/criterion", "/what", "/losses/1", "/losses/2", "/scenario/demand/persons");
    Reply neither = service.post(ANALYSES, "{\"kind\": \"x\"}").is(400);
    assertThat(pointers(neither)).containsExactlyInAnyOrder("/kind", "/allocation");
    String both = of("queue", Samples.THREE_PLACES, ", \"allocation\": \"a\"");
    assertThat(pointers(service.post(ANALYSES, both).is(400))).contains("/scenario");
    String unknown = ", \"municipality\": \"9999\", \"upTo\": 0";
    Reply late = service.post(ANALYSES, of("whyNot", Samples.THREE_PLACES, unknown)).is(400);
    assertThat(pointers(late)).contains("/upTo");
    service.post(ANALYSES, "{").is(400);
    service.post(ANALYSES, "[]").is(400);
  }

  private static List<String> pointers(Reply reply) {
    List<String> pointers = new ArrayList<>();
    reply.json().get("errors").forEach(error -> pointers.add(error.get("pointer").asString()));
    return pointers;
  }

  @Test
  void a_repeated_request_returns_the_first_analysis() {
    String body = of("stability", Samples.THREE_PLACES, "");
    Reply first = service.post(ANALYSES, body, "Idempotency-Key", "again").is(201);
    Reply second = service.post(ANALYSES, body, "Idempotency-Key", "again").is(201);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    String other = of("queue", Samples.THREE_PLACES, "");
    service.post(ANALYSES, other, "Idempotency-Key", "again").is(409);
    // Each resource has keys of its own.
    service.post("/v1/allocations", Samples.THREE_PLACES, "Idempotency-Key", "again").is(201);
  }

  @Test
  void a_canceled_analysis_keeps_what_is_known_and_frees_its_thread() {
    try (Running own = Running.start(ONE, Running.SETTINGS)) {
      String path = begun(own);
      own.get(path + "/result").is(409);
      own.post(path + "/cancel", "").is(202);
      JsonNode ended = ended(own, path);
      assertThat(ended.get("state").asString()).isEqualTo("CANCELED");
      assertThat(ended.get("status").asString()).isEqualTo("OPTIMAL");
      assertThat(ended.get("complete").asBoolean()).isFalse();
      JsonNode document = own.get(path + "/result").is(200).json();
      assertThat(document.get("complete").asBoolean()).isFalse();
      assertThat(document.get("municipalities").size()).isEqualTo(222);
      assertThat(own.get(path + "/result?format=html").is(200).text()).contains("Cut short");
      own.post(path + "/cancel", "").is(409);
      assertThat(own.get(path + "/events").text()).contains("event: ended");
      own.post(ANALYSES, of("queue", Samples.THREE_PLACES, "")).is(201);
    }
  }

  @Test
  void analyses_that_run_and_wait_do_not_delay_solves_and_too_many_are_refused() {
    try (Running own = Running.start(ONE, Running.SETTINGS)) {
      List<String> paths = new ArrayList<>(List.of(begun(own)));
      String[] async = {"Prefer", "respond-async"};
      for (int i = 0; i < 2; i++) {
        paths.add(own.post(ANALYSES, whyNotOfAll(), async).is(202).header("Location"));
      }
      Reply refused = own.post(ANALYSES, whyNotOfAll(), async).is(429);
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
      assertThat(refused.at("/detail")).contains("analyses are waiting");
      own.post("/v1/allocations", Samples.LETTER).is(201);
      assertThat(own.get("/metrics").text()).contains("bosett_analyses_waiting 2.0");
      for (String path : paths) {
        own.post(path + "/cancel", "").is(202);
        ended(own, path);
      }
    }
  }

  @Test
  void who_may_read_may_not_submit_or_cancel() {
    try (Running own = Running.start()) {
      String path =
          own.post(ANALYSES, of("queue", Samples.THREE_PLACES, "")).is(201).header("Location");
      ApiKeys.NewKey key = ApiKeys.create("reader", Role.READ);
      own.store.keys().add(key.kept());
      String[] reader = {"Authorization", "Bearer " + key.token()};
      await().until(() -> own.get(path).status() == 401);
      own.get(path + "/result", reader).is(200);
      own.post(ANALYSES, of("queue", Samples.THREE_PLACES, ""), reader).is(403);
      own.post(path + "/cancel", "", reader).is(403);
    }
  }

  @Test
  void an_analysis_begun_by_a_service_that_stopped_ends_with_the_same_document() {
    String expected;
    try (Running own = Running.start(ONE, Running.SETTINGS)) {
      String whole = of("weights", Samples.LETTER, "");
      Reply made = own.post(ANALYSES, whole, "Prefer", "wait=60").is(201);
      expected = unlike(own.get(made.header("Location") + "/result").text());
      String path = own.post(ANALYSES, whole, "Prefer", "respond-async").header("Location");
      await().until(() -> own.get(path).json().at("/progress/done").asInt() > 10);
      try (Running next = own.again(ONE, Running.SETTINGS)) {
        assertThat(ended(next, path).get("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(unlike(next.get(path + "/result").text())).isEqualTo(expected);
      }
    }
  }

  @Test
  void retention_deletes_ended_analyses_with_all_their_forms() {
    try (Running own = Running.start()) {
      String path =
          own.post(ANALYSES, of("queue", Samples.THREE_PLACES, "")).is(201).header("Location");
      JobStore jobs = own.store.jobs(JobKind.ANALYSIS);
      assertThat(jobs.deleteEndedBefore(Instant.now().minusSeconds(3_600))).isZero();
      assertThat(jobs.deleteEndedBefore(Instant.now().plusSeconds(60))).isEqualTo(1);
      own.get(path).is(404);
      own.get(path + "/result").is(404);
      own.get(path + "/events").is(404);
    }
  }

  @Test
  void names_become_neither_markup_nor_formulas() {
    String evil = "<img src=x onerror=alert(1)>&\\\"'";
    String scenario =
        Samples.THREE_PLACES
            .replace("\"name\": \"Aa\"", "\"name\": \"" + evil + "\"")
            .replace("\"name\": \"Bø\"", "\"name\": \"=1+1\"")
            .replace("Three places share twenty persons", "<script>alert(2)</script>");
    for (String kind : List.of("stability", "queue", "whyNot")) {
      String path = service.post(ANALYSES, of(kind, scenario, "")).is(201).header("Location");
      String html = service.get(path + "/result?format=html").is(200).text();
      assertThat(html).as(kind).doesNotContain("<img", "<script");
      assertThat(service.get(path + "/result?format=csv").text()).doesNotContain(",=1+1");
    }
  }

  @Test
  void an_infeasible_scenario_is_analyzed_without_an_answer_and_without_a_failure() {
    String infeasible = Samples.read("small/short-by-one");
    for (String kind : List.of("stability", "weights", "queue", "whyNot")) {
      if (!kind.equals("weights")) {
        Reply made = service.post(ANALYSES, of(kind, infeasible, "")).is(201);
        assertThat(made.at("/state")).as(kind).isEqualTo("SUCCEEDED");
        assertThat(made.at("/status")).as(kind).isEqualTo("INFEASIBLE");
        service.get(made.header("Location") + "/result?format=html").is(200);
      }
    }
  }
}
