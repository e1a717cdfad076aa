package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who leaves out what is required is told what belongs there, and that is taken there. */
@Tag("slow")
final class MissingFieldsOverHttpTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static Running service;
  private static String allocation;
  private static String scenario;

  /** A document, and where it is sent. */
  private record Sent(String method, String path, String document) {}

  @BeforeAll
  static void start() {
    service = Running.start();
    allocation = service.post("/v1/allocations", Samples.THREE_PLACES).is(201).at("/id");
    scenario = service.post("/v1/scenarios", Samples.THREE_PLACES).is(201).at("/id");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static List<Sent> documents() {
    String side = "{\"allocation\": \"" + allocation + "\"}";
    String figures = "{\"dataset\": \"norway-2018\", \"indicator\": \"requested\", \"year\": 2018}";
    String kept = "{\"scenarioId\": \"" + scenario + "\", \"changes\": {\"demand\": {}}}";
    return List.of(
        new Sent("POST", "/v1/scenarios/validate", Samples.THREE_PLACES),
        new Sent("POST", "/v1/scenarios", Samples.THREE_PLACES),
        new Sent("POST", "/v1/allocations", Samples.THREE_PLACES),
        new Sent("POST", "/v1/allocations", kept),
        new Sent("POST", "/v1/previews", Samples.THREE_PLACES),
        new Sent(
            "POST", "/v1/previews", "{\"allocationId\": \"" + allocation + "\", \"changes\": {}}"),
        new Sent("POST", "/v1/sweeps", Samples.sweep(Samples.THREE_PLACES, 20)),
        new Sent("POST", "/v1/sweeps", Samples.sweep("{\"scenarioId\": \"" + scenario + "\"}", 20)),
        new Sent(
            "POST",
            "/v1/analyses",
            "{\"kind\": \"whyNot\", \"municipality\": \"A\", \"allocation\": \""
                + allocation
                + "\"}"),
        new Sent("POST", "/v1/analyses", "{\"kind\": \"queue\", \"scenario\": " + kept + "}"),
        new Sent("POST", "/v1/comparisons", "{\"left\": " + side + ", \"right\": " + figures + "}"),
        new Sent("PUT", "/v1/datasets/three-places", ContractStock.DATASET));
  }

  @Test
  void each_missing_field_says_what_is_expected_and_takes_it() {
    Map<String, String> said = new LinkedHashMap<>();
    for (Sent sent : documents()) {
      JsonNode whole = JSON.readTree(sent.document);
      expectations(sent, "{}", said);
      for (ObjectNode object : objects(whole, new ArrayList<>())) {
        for (String name : List.copyOf(object.propertyNames())) {
          JsonNode value = object.remove(name);
          expectations(sent, whole.toString(), said);
          object.set(name, value);
        }
      }
    }
    assertThat(said)
        .containsEntry("/v1/sweeps /scenario", "a scenario, or an object with scenarioId")
        .containsEntry("/v1/allocations /demand", "an object")
        .hasSizeGreaterThan(15);
  }

  private static void expectations(Sent sent, String document, Map<String, String> said) {
    Reply reply = service.send(sent.method, sent.path, document);
    if (reply.status() < 400) {
      return;
    }
    assertThat(reply.status()).as(document).isLessThan(500);
    for (JsonNode error : reply.json().path("errors")) {
      String detail = error.path("detail").asString();
      String pointer = error.path("pointer").asString();
      if (detail.startsWith("is missing")) {
        String what = sent.path + " " + pointer;
        JsonNode node = error.path("allowed");
        String allowed = node.isString() ? node.asString() : node.toString();
        assertThat(allowed).as(what).isNotEmpty();
        if (said.put(what, allowed) == null) {
          takes(sent, document, pointer, allowed);
        }
      }
    }
  }

  /** A value of the kind that is allowed is not refused for its kind. */
  private static void takes(Sent sent, String document, String pointer, String allowed) {
    String value = sample(allowed);
    int cut = pointer.lastIndexOf('/');
    JsonNode whole = JSON.readTree(document);
    if (value.isEmpty() || !(whole.at(pointer.substring(0, cut)) instanceof ObjectNode object)) {
      return;
    }
    object.set(pointer.substring(cut + 1), JSON.readTree(value));
    Reply reply = service.send(sent.method, sent.path, whole.toString());
    if (reply.status() >= 400) {
      for (JsonNode error : reply.json().path("errors")) {
        if (error.path("pointer").asString().equals(pointer)) {
          assertThat(error.path("detail").asString())
              .as("%s %s: %s", sent.path, pointer, allowed)
              .doesNotContain(", not ")
              .doesNotStartWith("is missing");
        }
      }
    }
  }

  private static String sample(String allowed) {
    if (allowed.startsWith("a text") || allowed.startsWith("an id")) {
      return "\"three-places\"";
    }
    if (allowed.startsWith("a list")) {
      return "[]";
    }
    if (allowed.startsWith("a whole number") || allowed.startsWith("a number")) {
      return "1";
    }
    return allowed.contains("object") ? "{}" : "";
  }

  private static List<ObjectNode> objects(JsonNode node, List<ObjectNode> into) {
    if (node instanceof ObjectNode object) {
      into.add(object);
    }
    node.forEach(child -> objects(child, into));
    return into;
  }
}
