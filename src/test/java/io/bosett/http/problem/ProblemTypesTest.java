package io.bosett.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.http.Reply;
import io.bosett.http.Running;
import io.bosett.http.Samples;
import io.bosett.http.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that goes wrong is a problem document. */
@Tag("slow")
final class ProblemTypesTest {
  private static final int SMALL = 5_000;

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start(Running.SETTINGS.withBodies(SMALL, SMALL));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.html",
        "/v1",
        "/nowhere",
        "/v1/allocations/",
        "/v1/allocations/x/y",
        "/docs/x"
      })
  void an_unknown_path_is_not_found(String path) {
    Reply reply = service.get(path).isProblem(404, "not-found");
    assertThat(reply.at("/instance")).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/allocations/none",
        "/v1/allocations/none/result",
        "/v1/allocations/none/places",
        "/v1/allocations/none/events",
        "/v1/allocations/none/model",
        "/v1/allocations/none/log",
        "/v1/allocations/none/scenario",
        "/v1/allocations/none/dataset",
        "/v1/allocations/none/certificate",
        "/v1/allocations/none/explanation",
        "/v1/allocations/none/explanation/0301",
        "/v1/scenarios/none",
        "/v1/datasets/none",
        "/v1/datasets/none/municipalities"
      })
  void what_there_is_not_is_not_found(String path) {
    service.get(path).isProblem(404, "not-found");
  }

  @Test
  void a_wrong_method_is_told_which_are_right() {
    Reply reply = service.send("PATCH", "/v1/allocations", "{}");
    reply.isProblem(405, "method-not-allowed");
    assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void so_is_a_method_that_nobody_knows() {
    Reply reply = service.send("BREW", "/v1/allocations/x/cancel", "{}");
    reply.isProblem(405, "method-not-allowed");
    assertThat(reply.header("Allow")).isEqualTo("OPTIONS, POST");
  }

  @Test
  void options_says_what_is_allowed() {
    Reply reply = service.send("OPTIONS", "/v1/scenarios/x", "").is(204);
    assertThat(reply.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PUT");
  }

  @Test
  void head_answers_as_get_without_a_body() {
    Reply head = service.send(service.to("/v1/datasets").method("HEAD", BodyPublishers.noBody()));
    head.is(200);
    assertThat(head.bytes()).isEmpty();
    assertThat(head.header("Content-Type")).isEqualTo("application/json");
    Reply unknown =
        service.send(service.to("/v1/allocations/x").method("HEAD", BodyPublishers.noBody()));
    unknown.is(404);
  }

  @Test
  void what_is_no_json_is_said_with_its_place() {
    Reply reply = service.post("/v1/allocations", "{\"name\": ]");
    reply.isProblem(400, "invalid-scenario");
    assertThat(reply.at("/errors/0/pointer")).isEmpty();
    assertThat(reply.at("/errors/0/detail")).contains("line 1, column");
  }

  @Test
  void all_errors_come_at_once() {
    String faulty =
        Samples.LETTER
            .replace("\"minors\": 210", "\"minors\": 5000")
            .replace("employment_rate", "employment")
            .replace("\"share\": 0.5,", "\"share\": 1.5,");
    Reply reply = service.post("/v1/allocations", faulty);
    reply.isProblem(400, "invalid-scenario");
    assertThat(reply.at("/detail")).isEqualTo("3 errors");
    assertThat(reply.at("/instance")).isEqualTo("/v1/allocations");
    List<String> pointers = new ArrayList<>();
    reply.json().get("errors").forEach(error -> pointers.add(error.get("pointer").asString()));
    assertThat(pointers)
        .containsExactlyInAnyOrder(
            "/demand/minors", "/selection/share", "/criteria/1/tilt/indicator");
    assertThat(reply.json().at("/errors").toString()).contains("\"allowed\":[\"");
  }

  @Test
  void utf_8_may_be_called_as_many_call_it() {
    for (String charset : new String[] {"utf-8", "UTF-8", "UTF8", "utf8", "\"UTF8\""}) {
      service
          .post(
              "/v1/scenarios/validate",
              Samples.THREE_PLACES,
              "Content-Type",
              "application/json; charset=" + charset)
          .is(200);
    }
  }

  @Test
  void a_type_that_is_not_read_is_refused_by_name_with_those_that_are() {
    String form = "application/x-www-form-urlencoded";
    Reply reply = service.post("/v1/allocations", "a=b", "Content-Type", form);
    assertThat(notRead(reply)).contains("'" + form + "'", "application/json");
    String latin = "application/json; charset=latin1";
    reply = service.post("/v1/allocations", "{}", "Content-Type", latin);
    assertThat(notRead(reply)).contains("'" + latin + "'", "UTF-8");
    reply = service.post("/v1/allocations", "{}", "Content-Encoding", "gzip");
    assertThat(notRead(reply)).contains("'gzip'", "not compressed");
    reply = service.send(service.to("/v1/allocations").POST(BodyPublishers.ofString("{}")));
    assertThat(notRead(reply)).contains("Content-Type is ''", "application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "nada", "\"", "", "utf-16", "(x)"})
  void a_character_set_of_any_name_is_no_defect(String name) {
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
      String[] header = {"Content-Type", type + "; charset=" + name};
      for (String path : List.of("/v1/allocations", "/v1/scenarios/validate", "/v1/comparisons")) {
        service.post(path, "a=1", header).isProblem(415, "type-not-read");
      }
      service.put("/v1/datasets/x", "a=1", header).isProblem(415, "type-not-read");
      Reply query = service.get("/v1/allocations?limit=x%C3%A6", header);
      assertThat(query.isProblem(400, "invalid-parameters").text()).contains("is 'xæ'");
    }
  }

  private static String notRead(Reply reply) {
    reply.isProblem(415, "type-not-read");
    return reply.at("/detail");
  }

  @Test
  void a_type_that_is_not_written_is_refused_with_those_that_are() {
    Reply reply = service.get("/v1/datasets", "Accept", "text/html");
    reply.isProblem(406, "not-acceptable");
    assertThat(reply.at("/detail")).contains("application/json");
    assertThat(reply.header("Vary")).contains("Accept");
  }

  @Test
  void a_body_that_says_it_is_too_large_is_not_read() {
    String head =
        "POST /v1/allocations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000000\r\n\r\n";
    String reply = Wire.exchange(service.port(), head);
    assertThat(reply).startsWith("HTTP/1.1 413 ").contains("urn:problem:body-too-large");
  }

  @Test
  void a_body_that_turns_out_too_large_is_refused_while_it_is_read() {
    String chunk = "1000\r\n" + " ".repeat(4096) + "\r\n";
    try (Wire wire = new Wire(service.port())) {
      wire.send(
          "POST /v1/allocations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n"
              + chunk
              + chunk);
      assertThat(wire.rest()).startsWith("HTTP/1.1 413 ").contains("urn:problem:body-too-large");
    }
  }

  @Test
  void a_query_is_refused_with_all_that_is_wrong() {
    Reply reply =
        service.get("/v1/allocations?limit=0&state=DONE&sate=x&solver=a&solver=b&cursor=nonsense");
    reply.isProblem(400, "invalid-parameters");
    assertThat(reply.at("/detail")).isEqualTo("5 errors");
    service.get("/v1/allocations?limit=201").isProblem(400, "invalid-parameters");
    service.get("/v1/allocations?limit=-1").isProblem(400, "invalid-parameters");
    service.get("/v1/allocations?cursor=nonsense").isProblem(400, "invalid-parameters");
    service.get("/v1/scenarios?cursor=nonsense").isProblem(400, "invalid-parameters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /v1/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        "POST /v1/allocations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: x\r\n\r\n"
      })
  void what_is_no_http_is_a_problem_too(String request) {
    String reply = Wire.exchange(service.port(), request);
    assertThat(reply)
        .startsWith("HTTP/1.1 4")
        .contains("application/problem+json", "\"type\":\"urn:problem:", "X-Request-Id: ")
        .contains("X-Content-Type-Options: nosniff")
        .doesNotContain("Exception", "jetty", "<html");
  }

  @Test
  void a_parameter_that_cannot_be_decoded_is_said_to_be_so() {
    String request =
        "GET /v1/allocations?limit=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    String reply = Wire.exchange(service.port(), request);
    assertThat(reply).startsWith("HTTP/1.1 400 ").contains("cannot be decoded", "/limit");
  }

  @Test
  void headers_that_are_too_large_are_refused() {
    String request = "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(40_000) + "\r\n\r\n";
    String reply = Wire.exchange(service.port(), request);
    assertThat(reply).startsWith("HTTP/1.1 431 ").contains("urn:problem:http-431");
  }

  @Test
  void a_path_that_is_too_long_is_refused() {
    String request = "GET /" + "a".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String reply = Wire.exchange(service.port(), request);
    assertThat(reply).startsWith("HTTP/1.1 414 ").contains("urn:problem:http-414");
  }
}
