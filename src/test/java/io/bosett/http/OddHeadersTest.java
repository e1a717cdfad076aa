package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.http.settings.ProxySettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in one header of an otherwise sound request, the service does not break down. */
@Tag("slow")
final class OddHeadersTest {
  private static final long SEED = Long.getLong("bosett.seed", 11L);
  private static final int EACH =
      (int) Math.max(8, 200 * Double.parseDouble(System.getProperty("bosett.cases", "0.1")));
  private static final String SCENARIOS = "/v1/scenarios";

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start(Running.SETTINGS.behind(new ProxySettings("", List.of("127.0.0.1"))));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void each_header_alone_with_every_kind_of_text_is_no_breakdown() throws IOException {
    Reply kept = service.post(SCENARIOS, Samples.THREE_PLACES).is(201);
    String at = kept.header("Location");
    ContractRequest validate =
        ContractRequest.of("POST", SCENARIOS + "/validate")
            .with("Content-Type", "application/json")
            .withBody(ContractStock.utf8(Samples.THREE_PLACES));
    List<ContractRequest> sound =
        List.of(
            ContractRequest.of("GET", at),
            ContractRequest.of("GET", "/v1/datasets/norway-2018"),
            ContractRequest.of("GET", "/"),
            validate,
            validate.withTarget("/v1/previews?municipality=A"),
            ContractRequest.of("PUT", at).withBody(validate.body()));
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> breakdowns = new ArrayList<>();
    try (ContractSession session = new ContractSession(service.port())) {
      for (String name : OddHeaders.NAMES) {
        for (int i = 0; i < EACH; i++) {
          ContractRequest.Header odd = OddHeaders.of(name, random);
          ContractRequest request = sound.get(random.nextInt(sound.size()));
          List<ContractRequest.Header> others =
              request.headers().stream().filter(one -> !one.name().equals(name)).toList();
          ContractReply reply =
              session.ask(request.withHeaders(others).with(odd.name(), odd.value()));
          if (reply == null || reply.status() >= 500) {
            breakdowns.add(odd + " " + request.method() + " " + request.target() + ": " + reply);
          }
        }
      }
    }
    assertThat(breakdowns).as("seed %d", SEED).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";",
        " ;",
        ";;",
        "; charset=utf-8",
        "application/json;charset=\"utf-8",
        "application/json;charset=\"",
        "application/json;charset=utf-8\"",
        "application/json;charset=\"utf-8\"x",
        "application/json;charset = utf-8",
        "application/json charset=utf-8",
        "application/json, application/json",
        "application/json;x=\"a;charset=latin1",
        "application/json;charset=utf-8;charset=latin1",
        "application/json;charset=\"lat\\in1\"",
        "application /json",
        "/json",
        "application/",
        "/",
        ","
      })
  void a_content_type_that_is_none_is_415(String type) {
    for (String path : List.of(SCENARIOS, SCENARIOS + "/validate", "/v1/allocations")) {
      service
          .send("POST", path, Samples.THREE_PLACES, "Content-Type", type)
          .isProblem(415, "type-not-read");
    }
    service
        .send("PUT", "/v1/datasets/x", ContractStock.DATASET, "Content-Type", type)
        .isProblem(415, "type-not-read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON;",
        "application/json ; charset=UTF8",
        "application/json;charset=\"utf-8\" ;; x=\"a;charset=latin1\"",
        "application/json;x=y;CharSet=\"u\\tf-8\""
      })
  void one_that_is_sound_is_taken(String type) {
    service
        .send("POST", SCENARIOS + "/validate", Samples.THREE_PLACES, "Content-Type", type)
        .is(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Type", "Idempotency-Key"})
  void what_may_be_sent_once_is_refused_when_sent_twice(String name) throws IOException {
    ContractRequest twice =
        ContractRequest.of("POST", "/v1/allocations")
            .withBody(ContractStock.utf8(Samples.THREE_PLACES))
            .with("Content-Type", "application/json")
            .with("Idempotency-Key", "application/json")
            .with(name, "application/json");
    assertThat(answer(twice).status()).isEqualTo(400);
    assertThat(answer(twice).text()).contains("invalid-header", name);
  }

  /** What cannot be read accepts nothing that is served, and is no breakdown. */
  @ParameterizedTest
  @ValueSource(strings = {"\"", "text/csv;x=\"", "*/*;q=\"1", "application/json;a=\"\\\""})
  void an_accept_whose_quote_is_not_closed_is_406(String accept) {
    service.get("/v1/datasets/norway-2018", "Accept", accept).isProblem(406, "not-acceptable");
  }

  private static ContractReply answer(ContractRequest request) throws IOException {
    try (ContractSession session = new ContractSession(service.port())) {
      return Objects.requireNonNull(session.ask(request));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TAG|400|invalid-header",
        "W/TAG|400|invalid-header",
        "w/\"TAG\"|400|invalid-header",
        "\"TAG\"-gzip|400|invalid-header",
        "\"TAG\" \"TAG\"|400|invalid-header",
        "\"TAG|400|invalid-header",
        "TAG\"|400|invalid-header",
        "\"x\", TAG|400|invalid-header",
        "*, \"TAG\"|400|invalid-header",
        "\"TAG\", *|400|invalid-header",
        "**|400|invalid-header",
        "'TAG'|400|invalid-header",
        ",|400|invalid-header",
        "\"TAG-gzip\"|412|lengthened-tag",
        "W/\"TAG-gzip\"|412|lengthened-tag",
        "\"TAG--gzip\"|412|lengthened-tag",
        "\"TAG;br\"|412|lengthened-tag",
        "W/\"TAG\"|412|weak-tag",
        "\"x\", W/\"TAG\"|412|weak-tag",
        "\"TAGx\"|412|precondition-failed",
        "\"x,TAG\"|412|precondition-failed",
        "\"\"|412|precondition-failed",
        "\"TAG\"|200|",
        "\"x\\\", \"TAG\"|200|",
        ", \"x\",,\"TAG\" ,|200|",
        "*|200|"
      })
  void if_match_is_read_whole_and_says_what_is_wrong(String form, int status, String problem) {
    Reply kept = service.post(SCENARIOS, Samples.THREE_PLACES).is(201);
    String tag = kept.header("ETag").replace("\"", "");
    Reply reply =
        service.put(kept.header("Location"), Samples.LETTER, "If-Match", form.replace("TAG", tag));
    if (problem == null) {
      reply.is(status);
    } else {
      reply.isProblem(status, problem);
      assertThat(service.get(kept.header("Location")).text()).isEqualTo(Samples.THREE_PLACES);
    }
  }

  @Test
  void several_if_match_are_one_list() throws IOException {
    Reply kept = service.post(SCENARIOS, Samples.THREE_PLACES).is(201);
    ContractRequest put =
        ContractRequest.of("PUT", kept.header("Location"))
            .withBody(ContractStock.utf8(Samples.LETTER))
            .with("Content-Type", "application/json")
            .with("If-Match", "\"x\"");
    assertThat(answer(put).status()).isEqualTo(412);
    assertThat(answer(put.with("If-Match", "*")).status()).isEqualTo(400);
    assertThat(answer(put.with("If-Match", kept.header("ETag"))).status()).isEqualTo(200);
  }
}
