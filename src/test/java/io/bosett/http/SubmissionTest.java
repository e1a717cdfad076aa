package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code POST /v1/allocations}. */
@Tag("slow")
final class SubmissionTest {
  private static final String PATH = "/v1/allocations";

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Reply ended(String location) {
    await()
        .atMost(Running.PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> service.get(location).json().hasNonNull("endedAt"));
    return service.get(location);
  }

  @Test
  void a_scenario_is_solved_while_the_caller_waits() {
    Reply reply = service.post(PATH, Samples.LETTER).is(201);
    String location = reply.header("Location");
    assertThat(location).isEqualTo("/v1/allocations/" + reply.at("/id"));
    assertThat(reply.at("/state")).isEqualTo("SUCCEEDED");
    assertThat(reply.at("/status")).isEqualTo("OPTIMAL");
    assertThat(reply.json().at("/totals/persons").asInt()).isEqualTo(4400);
    assertThat(reply.json().at("/objective").asLong()).isEqualTo(3494323141L);
    assertThat(reply.json().at("/progress/gap").asLong()).isZero();
    assertThat(reply.at("/links/result")).isEqualTo(location + "/result");
    Reply result = service.get(location + "/result").is(200);
    assertThat(result.json().at("/objective").asLong()).isEqualTo(3494323141L);
    assertThat(service.get(location).text()).isEqualTo(reply.text());
  }

  @Test
  void who_does_not_want_to_wait_gets_a_place_to_ask() {
    Reply reply = service.post(PATH, Samples.LETTER, "Prefer", "respond-async").is(202);
    assertThat(reply.header("Preference-Applied")).isEqualTo("respond-async");
    assertThat(reply.at("/state")).isIn("QUEUED", "RUNNING");
    assertThat(reply.json().get("status").isNull()).isTrue();
    assertThat(reply.json().get("objective").isNull()).isTrue();
    assertThat(reply.json().at("/progress/bound").isNull()).isTrue();
    assertThat(ended(reply.header("Location")).at("/status")).isEqualTo("OPTIMAL");
  }

  @Test
  void the_wait_is_as_long_as_asked_for() {
    Reply reply = service.post(PATH, Samples.endless(), "Prefer", "wait=1").is(202);
    assertThat(reply.header("Preference-Applied")).isEqualTo("wait=1");
    String location = reply.header("Location");
    assertThat(reply.at("/links/cancel")).isEqualTo(location + "/cancel");
    service.get(location + "/result").isProblem(409, "no-result-yet");
    service.get(location + "/places").isProblem(409, "no-result-yet");
    service.get(location + "/explanation").isProblem(409, "no-result-yet");
    service.get(location + "/certificate").isProblem(409, "no-result-yet");
    assertThat(service.get(location + "/scenario").is(200).text()).isEqualTo(Samples.endless());
    assertThat(service.get(location + "/log").is(200).status()).isEqualTo(200);
    Reply cancel = service.post(location + "/cancel", "").is(202);
    assertThat(cancel.at("/id")).isEqualTo(reply.at("/id"));
    assertThat(ended(location).at("/state")).isEqualTo("CANCELED");
    service.post(location + "/cancel", "").isProblem(409, "already-ended");
  }

  @Test
  void an_allocation_without_numbers_is_not_compared_as_if_they_were_zero() {
    String impossible = Samples.THREE_PLACES.replace("\"minimum\": 3", "\"minimum\": 30");
    Reply none = service.post(PATH, impossible).is(201);
    Reply some = service.post(PATH, Samples.THREE_PLACES).is(201);
    String body = "{\"left\": {\"allocation\": \"%s\"}, \"right\": {\"allocation\": \"%s\"}}";
    service
        .post("/v1/comparisons", body.formatted(some.at("/id"), none.at("/id")))
        .isProblem(409, "no-numbers");
    service
        .post("/v1/comparisons", body.formatted(none.at("/id"), some.at("/id")))
        .isProblem(409, "no-numbers");
  }

  @Test
  void what_nothing_satisfies_is_an_answer() {
    String impossible = Samples.THREE_PLACES.replace("\"minimum\": 3", "\"minimum\": 30");
    Reply reply = service.post(PATH, impossible).is(201);
    assertThat(reply.at("/state")).isEqualTo("SUCCEEDED");
    assertThat(reply.at("/status")).isEqualTo("INFEASIBLE");
    assertThat(reply.json().get("objective").isNull()).isTrue();
    Reply result = service.get(reply.header("Location") + "/result").is(200);
    assertThat(result.json().at("/conflict/rules").isEmpty()).isFalse();
    Reply places = service.get(reply.header("Location") + "/places").is(200);
    assertThat(places.json().get("places").isEmpty()).isTrue();
  }

  @Test
  void a_kept_scenario_is_solved_with_changes() {
    Reply kept = service.post("/v1/scenarios", Samples.LETTER).is(201);
    String body =
        "{\"scenarioId\": \""
            + kept.at("/id")
            + "\", \"changes\": {\"demand\": {\"persons\": 4000}, \"selection\": null}}";
    Reply reply = service.post(PATH, body).is(201);
    assertThat(reply.json().at("/totals/persons").asInt()).isEqualTo(4000);
    assertThat(reply.at("/scenarioId")).isEqualTo(kept.at("/id"));
    Reply asked = service.get(reply.header("Location") + "/scenario").is(200);
    assertThat(asked.json().has("selection")).isFalse();
    assertThat(asked.json().at("/demand/minors").asInt()).isEqualTo(210);
  }

  @Test
  void changes_of_what_is_not_kept_find_nothing() {
    service.post(PATH, "{\"scenarioId\": \"none\"}").isProblem(404, "not-found");
    service.post(PATH, "{\"changes\": {}}").isProblem(400, "invalid-scenario");
    service
        .post(PATH, "{\"scenarioId\": \"none\", \"more\": 1}")
        .isProblem(400, "invalid-scenario");
  }

  @Test
  void the_same_key_and_body_give_the_same_allocation() {
    Reply first = service.post(PATH, Samples.THREE_PLACES, "Idempotency-Key", "k1").is(201);
    Reply again = service.post(PATH, Samples.THREE_PLACES, "Idempotency-Key", "k1").is(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    service
        .post(PATH, Samples.LETTER, "Idempotency-Key", "k1")
        .isProblem(409, "idempotency-key-used");
    Reply other = service.post(PATH, Samples.THREE_PLACES, "Idempotency-Key", "k2").is(201);
    assertThat(other.header("Location")).isNotEqualTo(first.header("Location"));
    service
        .post(PATH, Samples.THREE_PLACES, "Idempotency-Key", "x".repeat(201))
        .isProblem(400, "invalid-header");
  }

  @Test
  void a_repeated_request_gives_the_first_also_when_its_scenario_is_gone() {
    Reply scenario = service.post("/v1/scenarios", Samples.THREE_PLACES).is(201);
    String body = "{\"scenarioId\": \"" + scenario.at("/id") + "\"}";
    Reply first = service.post(PATH, body, "Idempotency-Key", "gone").is(201);
    service.delete(scenario.header("Location"), "If-Match", "*").is(204);
    service.post(PATH, body).isProblem(404, "not-found");
    Reply again = service.post(PATH, body, "Idempotency-Key", "gone").is(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    service.post(PATH, "{}", "Idempotency-Key", "gone").isProblem(409, "idempotency-key-used");
  }

  @Test
  void what_was_asked_on_which_figures_is_kept_byte_for_byte() {
    Reply reply = service.post(PATH, Samples.LETTER).is(201);
    String location = reply.header("Location");
    assertThat(service.get(location + "/scenario").text()).isEqualTo(Samples.LETTER);
    Reply dataset = service.get(location + "/dataset").is(200);
    assertThat(dataset.at("/id")).isEqualTo("norway-2018");
    Reply result = service.get(location + "/result");
    assertThat(result.header("ETag")).startsWith("\"");
    Reply unchanged =
        service.get(location + "/result", "If-None-Match", result.header("ETag")).is(304);
    assertThat(unchanged.bytes()).isEmpty();
    assertThat(service.get(location + "/log").text()).contains("OPTIMAL");
  }

  @Test
  void figures_that_a_scenario_carries_are_its_dataset() {
    Reply reply = service.post(PATH, Samples.THREE_PLACES).is(201);
    Reply dataset = service.get(reply.header("Location") + "/dataset").is(200);
    assertThat(dataset.json().at("/municipalities/2/name").asString()).isEqualTo("Ås");
    assertThat(reply.json().get("dataset").isNull()).isTrue();
  }

  @Test
  void bounds_of_the_service_are_told_in_the_words_of_problems() {
    Reply reply = service.post(PATH, Samples.withSolver("\"timeLimitSeconds\": 5000"));
    reply.isProblem(400, "invalid-scenario");
    assertThat(reply.at("/errors/0/pointer")).isEqualTo("/solver/timeLimitSeconds");
    assertThat(reply.at("/errors/0/allowed")).contains("at most 600");
  }

  @Test
  void a_limit_of_time_beyond_every_service_is_told_in_the_words_of_this_one() {
    for (String seconds : List.of("90000", "-1", "0", "\"long\"")) {
      Reply reply =
          service.post(
              "/v1/scenarios/validate", Samples.withSolver("\"timeLimitSeconds\": " + seconds));
      reply.isProblem(400, "invalid-scenario");
      assertThat(reply.json().get("errors").size()).as(seconds).isEqualTo(1);
      assertThat(reply.at("/errors/0/allowed"))
          .isEqualTo("more than 0, at most 600 in this service");
    }
  }

  @Test
  void a_list_too_long_for_every_service_is_told_once() {
    String region = "{\"name\": \"r\", \"municipalities\": [\"A\"]}";
    String regions = "\"regions\": [" + String.join(",", Collections.nCopies(1001, region)) + "],";
    Reply reply =
        service.post(
            "/v1/scenarios/validate", Samples.THREE_PLACES.replaceFirst("\\{", "{" + regions));
    reply.isProblem(400, "invalid-scenario");
    assertThat(reply.json().get("errors"))
        .filteredOn(error -> error.get("pointer").asString().equals("/regions"))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.get("allowed").asString())
                    .isEqualTo("at most 1000 in this service"));
  }
}
