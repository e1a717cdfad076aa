package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scenario documents that callers keep. */
@Tag("slow")
final class ScenariosTest {
  private static final String PATH = "/v1/scenarios";

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_document_is_kept_as_it_was_sent() {
    Reply kept = service.post(PATH, Samples.LETTER).is(201);
    Reply read = service.get(kept.header("Location")).is(200);
    assertThat(read.text()).isEqualTo(Samples.LETTER);
    assertThat(read.header("ETag")).isEqualTo(kept.header("ETag"));
    assertThat(kept.at("/name")).isEqualTo("IMDi's letter for 2018, on the June forecast");
    service.get(kept.header("Location"), "If-None-Match", "W/" + read.header("ETag")).is(304);
  }

  @Test
  void only_a_valid_document_is_kept() {
    service.post(PATH, "{}").isProblem(400, "invalid-scenario");
    service.post(PATH, "[").isProblem(400, "invalid-scenario");
  }

  @Test
  void a_change_must_name_what_it_changes() {
    Reply kept = service.post(PATH, Samples.THREE_PLACES).is(201);
    String at = kept.header("Location");
    service.put(at, Samples.LETTER).isProblem(428, "precondition-required");
    service.put(at, Samples.LETTER, "If-Match", "\"other\"").isProblem(412, "precondition-failed");
    service
        .put(at, Samples.LETTER, "If-Match", "W/" + kept.header("ETag"))
        .isProblem(412, "weak-tag");
    service
        .put(at, Samples.LETTER, "If-Match", "W/\"other\"")
        .isProblem(412, "precondition-failed");
    Reply changed = service.put(at, Samples.LETTER, "If-Match", kept.header("ETag")).is(200);
    assertThat(changed.header("ETag")).isNotEqualTo(kept.header("ETag"));
    assertThat(service.get(at).text()).isEqualTo(Samples.LETTER);
    service
        .put(at, Samples.THREE_PLACES, "If-Match", kept.header("ETag"))
        .isProblem(412, "precondition-failed");
    service.put(at, Samples.THREE_PLACES, "If-Match", "*").is(200);
    service.put(at, "{}", "If-Match", "*").isProblem(400, "invalid-scenario");
  }

  @Test
  void a_deleted_document_is_gone() {
    Reply kept = service.post(PATH, Samples.THREE_PLACES).is(201);
    String at = kept.header("Location");
    service.delete(at).isProblem(428, "precondition-required");
    service.delete(at, "If-Match", "\"other\"").isProblem(412, "precondition-failed");
    Reply gone = service.delete(at, "If-Match", kept.header("ETag")).is(204);
    assertThat(gone.header("Content-Type")).isEmpty();
    service.get(at).isProblem(404, "not-found");
    service.delete(at, "If-Match", "*").isProblem(404, "not-found");
    service.put(at, Samples.LETTER, "If-Match", "*").isProblem(404, "not-found");
  }

  @Test
  void the_list_is_read_page_by_page_newest_first() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(service.post(PATH, Samples.THREE_PLACES).is(201).at("/id"));
    }
    Collections.reverse(made);
    List<String> read = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 3; page++) {
      Reply reply = service.get(PATH + "?limit=2" + cursor).is(200);
      reply.json().get("items").forEach(item -> read.add(item.get("id").asString()));
      cursor = "&cursor=" + reply.at("/nextCursor");
    }
    assertThat(read.subList(0, 5)).isEqualTo(made);
  }

  @Test
  void what_a_scenario_comes_to_is_said_without_solving() {
    Reply reply = service.post(PATH + "/validate", Samples.LETTER).is(200);
    assertThat(reply.json().get("valid").asBoolean()).isTrue();
    assertThat(reply.json().get("candidates").asInt()).isEqualTo(408);
    assertThat(reply.json().at("/band/atLeast").asInt()).isEqualTo(183);
    assertThat(reply.json().at("/band/atMost").asInt()).isEqualTo(225);
    assertThat(reply.json().get("capacity").asLong()).isGreaterThan(4400);
    assertThat(reply.json().get("minorsCapacity").asLong()).isGreaterThan(210);
    service.post(PATH + "/validate", "{}").isProblem(400, "invalid-scenario");
  }
}
