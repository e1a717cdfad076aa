package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.http.resource.DemoResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Health, metrics, description, demonstrations. */
@Tag("slow")
final class OperationsTest {
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
  void a_healthy_service_says_so() {
    assertThat(service.get("/health/live").is(200).text()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(service.get("/health/ready").is(200).text()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void a_service_without_its_store_is_not_ready() {
    try (Running broken = Running.start()) {
      broken.store.close();
      broken.get("/health/live").is(200);
      Reply reply = broken.get("/health/ready").isProblem(503, "store-unavailable");
      assertThat(reply.header("Retry-After")).isNotEmpty();
      Reply list = broken.get("/v1/allocations").isProblem(503, "store-unavailable");
      assertThat(list.header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void requests_and_solves_are_counted() {
    service.post("/v1/allocations", Samples.LETTER).is(201);
    service.get("/nowhere").is(404);
    await()
        .atMost(Running.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(service.get("/metrics").is(200).text())
                    .contains("http_server_requests_seconds_bucket")
                    .contains("method=\"POST\",route=\"/v1/allocations\",status=\"201\"")
                    .contains("route=\"unmatched\",status=\"404\"")
                    .contains("bosett_solves_seconds_count")
                    .contains("solver=\"decomposition\",state=\"SUCCEEDED\",status=\"OPTIMAL\"")
                    .contains("bosett_allocations_waiting 0.0")
                    .contains("jvm_memory_used_bytes"));
  }

  @Test
  void a_harmless_id_of_the_request_is_kept_and_another_one_replaced() {
    assertThat(service.get("/v1/datasets", "X-Request-Id", "trace-1.a").header("X-Request-Id"))
        .isEqualTo("trace-1.a");
    for (String harmful : List.of("a b", "\"x\"", "x".repeat(65), "æ")) {
      assertThat(service.get("/v1/datasets", "X-Request-Id", harmful).header("X-Request-Id"))
          .matches("[0-9a-f]{16}");
    }
  }

  @Test
  void the_description_has_every_route_and_no_other() {
    JsonNode paths = service.get("/openapi.json").is(200).json().get("paths");
    Stream<String> described =
        paths.properties().stream()
            .flatMap(
                path ->
                    path.getValue().properties().stream()
                        .filter(one -> one.getKey().matches("get|put|post|delete|patch"))
                        .map(one -> one.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
    assertThat(described).containsExactlyInAnyOrderElementsOf(service.server().routes());
  }

  @Test
  void the_page_needs_nothing_from_elsewhere() {
    Reply page = service.get("/docs").is(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.text()).doesNotContain("http:", "https:", "//");
    for (String part : List.of("swagger-ui.css", "swagger-ui-bundle.js", "initializer.js")) {
      assertThat(page.text()).contains("docs/" + part);
      assertThat(service.get("/docs/" + part).is(200).bytes()).isNotEmpty();
    }
    service.get("/docs/..%2findex.html").is(400);
  }

  @Test
  void demonstrations_can_be_posted_unchanged() throws IOException {
    JsonNode items = service.get("/v1/demo").is(200).json().get("items");
    assertThat(items.get(0).get("id").asString()).isEqualTo("letter");
    for (JsonNode item : items) {
      service.post("/v1/scenarios/validate", item.get("scenario").toString()).is(200);
      assertThat(item.get("name").asString()).isNotEmpty();
    }
    try (Stream<Path> files = Files.list(Path.of("models", "norway-2018"))) {
      List<String> scenarios =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".json") && !name.endsWith(".expected.json"))
              .filter(name -> !name.equals("dataset.json"))
              .map(name -> name.replace(".json", ""))
              .toList();
      assertThat(DemoResource.ids()).containsExactlyInAnyOrderElementsOf(scenarios);
    }
  }

  @Test
  void the_schema_of_scenarios_is_served_as_such() {
    Reply schema = service.get("/v1/schemas/scenario").is(200);
    assertThat(schema.header("Content-Type")).isEqualTo("application/schema+json");
    assertThat(schema.json().has("$schema")).isTrue();
    Reply asJson = service.get("/v1/schemas/scenario", "Accept", "application/json").is(200);
    assertThat(asJson.header("Content-Type")).isEqualTo("application/json");
  }
}
