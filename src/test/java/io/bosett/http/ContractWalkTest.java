package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.bosett.http.ContractBreaking.Mode;
import io.bosett.http.protocol.ApiKeys;
import io.bosett.http.settings.ServerSettings;
import io.bosett.http.settings.ServerSettings.ConnectionLimits;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.store.KeyStore.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Makes the service answer everything that the contract describes: each status of each operation.
 * Every answer is held to the contract on the way.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("slow")
final class ContractWalkTest {
  private static final ContractDocument CONTRACT = ContractDocument.SERVED;
  private static final JsonNode SECURITY = CONTRACT.root().get("security");
  private static final Logger LOG = (Logger) LoggerFactory.getLogger("io.bosett");
  private static final String UNKNOWN = "none";
  private static final String LAST_EVENT = Long.toString(Long.MAX_VALUE);

  /** A request for an operation that would be answered well, with the ids that it needs. */
  private static Reply ask(
      Running service, ContractOperation operation, Map<String, String> ids, String... headers) {
    String path = operation.filled(ids, UNKNOWN) + requiredQuery(operation, ids);
    List<String> all = new ArrayList<>(List.of("If-Match", "*"));
    all.addAll(List.of(headers));
    String body = body(operation, ids);
    return service.send(operation.method(), path, body, all.toArray(String[]::new));
  }

  /** The query parameters that cannot be left out; all of them are ids. */
  private static String requiredQuery(ContractOperation operation, Map<String, String> ids) {
    String query =
        StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
            .map(CONTRACT::resolved)
            .filter(parameter -> parameter.path("in").asString("").equals("query"))
            .filter(parameter -> parameter.path("required").asBoolean(false))
            .map(parameter -> parameter.get("name").asString())
            .map(name -> name + "=" + ids.getOrDefault(name, UNKNOWN))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String body(ContractOperation operation, Map<String, String> ids) {
    return switch (operation.id()) {
      case "putDataset" -> ContractStock.DATASET;
      case "importFigures" -> ContractStock.FIGURES;
      case "compare" -> {
        String id = ids.getOrDefault("allocation", UNKNOWN);
        String side = "{\"allocation\": \"" + id + "\"}";
        yield "{\"left\": " + side + ", \"right\": " + side + "}";
      }
      case "postAnalysis" ->
          "{\"kind\": \"queue\", \"allocation\": \""
              + ids.getOrDefault("allocation", UNKNOWN)
              + "\"}";
      case "postSweep" ->
          Samples.sweep(
              ids.containsKey("sweep") ? Samples.THREE_PLACES : "{\"scenarioId\": \"none\"}", 1);
      default -> operation.node().has("requestBody") ? Samples.THREE_PLACES : "";
    };
  }

  private static List<ContractOperation> describing(int status) {
    return CONTRACT.operations().stream()
        .filter(operation -> operation.responses().containsKey(status))
        .toList();
  }

  /** Ids of things that there are. */
  private static Map<String, String> stocked(Running service) {
    Map<String, String> ids = new HashMap<>();
    ids.put("allocation", service.post("/v1/allocations", Samples.THREE_PLACES).is(201).at("/id"));
    String analysis = "{\"kind\": \"stability\", \"scenario\": " + Samples.THREE_PLACES + "}";
    ids.put("analysis", service.post("/v1/analyses", analysis).is(201).at("/id"));
    String sweep = Samples.sweep(Samples.THREE_PLACES, 1);
    ids.put("sweep", service.post("/v1/sweeps", sweep).is(201).at("/id"));
    ids.put("point", "0");
    ids.put("scenario", service.post("/v1/scenarios", Samples.THREE_PLACES).is(201).at("/id"));
    service.put("/v1/datasets/three-places", ContractStock.DATASET);
    ids.put("dataset", "three-places");
    ids.put("municipality", "A");
    return ids;
  }

  @Test
  @Order(1)
  void what_goes_well() {
    try (Running service = Running.start()) {
      Map<String, String> ids = stocked(service);
      for (ContractOperation operation : CONTRACT.operations()) {
        if (!List.of("cancelAllocation", "cancelAnalysis", "cancelSweep")
            .contains(operation.id())) {
          Reply reply = ask(service, operation, ids);
          assertThat(reply.status()).as(operation + " " + reply.text()).isBetween(200, 299);
          if (operation.id().equals("deleteScenario")) {
            ids.putAll(stocked(service));
          }
        }
      }
      String imports = "/v1/datasets/three-places/imports?dryRun=";
      service.post(imports + "true", ContractStock.FIGURES.replace("7100", "7200")).is(200);
      service.post(imports + "false", ContractStock.FIGURES.replace("7100", "7200")).is(201);
      ids.putAll(stocked(service));
      for (ContractOperation operation : describing(304)) {
        String tag = ask(service, operation, ids).header("ETag");
        service.get(operation.filled(ids, UNKNOWN), "If-None-Match", tag).is(304);
      }
      for (ContractOperation operation : describing(204)) {
        if (operation.method().equals("GET")) {
          String events = operation.filled(ids, UNKNOWN);
          service.get(events, "Last-Event-ID", LAST_EVENT).is(204);
        }
      }
    }
  }

  @Test
  @Order(2)
  void what_is_asked_wrongly() {
    try (Running service = Running.start()) {
      Map<String, String> ids = stocked(service);
      for (ContractOperation operation : describing(406)) {
        ask(service, operation, ids, "Accept", "image/png").is(406);
      }
      for (ContractOperation operation : describing(415)) {
        ask(service, operation, ids, "Content-Type", "image/png").is(415);
      }
      for (ContractOperation operation : describing(400)) {
        String path = operation.filled(ids, UNKNOWN);
        Reply reply =
            operation.node().has("requestBody")
                ? service.send(operation.method(), path, "{", "If-Match", "*")
                : service.get(path + "?format=x&limit=0", "Last-Event-ID", "x");
        assertThat(reply.status()).as(operation.toString()).isEqualTo(400);
      }
      for (ContractOperation operation : describing(428)) {
        String path = operation.filled(ids, UNKNOWN);
        String body = Samples.THREE_PLACES;
        service.send(operation.method(), path, body, "If-Match", "\"other\"").is(412);
        service.send(operation.method(), path, body).is(428);
      }
      for (ContractOperation operation : describing(404)) {
        Reply reply =
            List.of("postAllocation", "preview").contains(operation.id())
                ? service.post(operation.filled(Map.of(), UNKNOWN), "{\"scenarioId\": \"none\"}")
                : ask(service, operation, Map.of());
        assertThat(reply.status()).as(operation.toString()).isEqualTo(404);
      }
    }
  }

  @Test
  @Order(3)
  void what_is_too_large() {
    try (Running service = Running.start(Running.SETTINGS.withBodies(10, 10))) {
      for (ContractOperation operation : describing(413)) {
        Map<String, String> ids = Map.of("scenario", UNKNOWN, "dataset", "three-places");
        if (!List.of("putScenario", "importFigures").contains(operation.id())) {
          ask(service, operation, ids).is(413);
        }
      }
    }
    // A scenario must be there for another one to be too large for its place.
    int most = Samples.THREE_PLACES.length() + 100;
    try (Running service = Running.start(Running.SETTINGS.withBodies(most, most))) {
      String id = service.post("/v1/scenarios", Samples.THREE_PLACES).is(201).at("/id");
      String large = Samples.THREE_PLACES + " ".repeat(200);
      service.put("/v1/scenarios/" + id, large, "If-Match", "*").is(413);
    }
    most = ContractStock.DATASET.length() + 100;
    try (Running service = Running.start(Running.SETTINGS.withBodies(most, most))) {
      service.put("/v1/datasets/three-places", ContractStock.DATASET).is(201);
      String large = ContractStock.FIGURES + " ".repeat(most);
      service.post("/v1/datasets/three-places/imports", large).is(413);
    }
  }

  @Test
  @Order(4)
  void what_is_not_in_the_right_state() {
    QueueSettings one =
        new QueueSettings(
            1, 1, 2, 2, Duration.ofMinutes(1), 1_000, 50, 50, 0, Duration.ofSeconds(15), "test");
    try (Running service = Running.start(one, Running.SETTINGS)) {
      service.put("/v1/datasets/norway-2018", ContractStock.DATASET).is(409);
      service.post("/v1/datasets/norway-2018/imports", ContractStock.FIGURES).is(409);
      service.post("/v1/allocations", Samples.THREE_PLACES, "Idempotency-Key", "k").is(201);
      service.post("/v1/allocations", Samples.LETTER, "Idempotency-Key", "k").is(409);
      String ended = service.post("/v1/allocations", Samples.THREE_PLACES).is(201).at("/id");
      service.post("/v1/allocations/" + ended + "/cancel", "").is(409);
      Reply slow = service.post("/v1/allocations", Samples.slow(), "Prefer", "respond-async");
      Map<String, String> ids =
          Map.of("allocation", slow.is(202).at("/id"), "municipality", "0301");
      for (ContractOperation operation : describing(409)) {
        boolean reads =
            operation.method().equals("GET")
                && !operation.template().contains("{analysis}")
                && !operation.template().contains("{sweep}");
        if (reads || operation.id().equals("compare")) {
          ask(service, operation, ids).is(409);
        }
      }
      String[] async = {"Prefer", "respond-async"};
      String queue = "{\"kind\": \"queue\", \"scenario\": " + Samples.THREE_PLACES + "}";
      service.post("/v1/analyses", queue, "Idempotency-Key", "k").is(201);
      service.post("/v1/analyses", whyNot(), "Idempotency-Key", "k").is(409);
      await().until(() -> service.post("/v1/analyses", whyNot(), async).status() == 429);
      for (JsonNode item : service.get("/v1/analyses?limit=200").json().get("items")) {
        String path = "/v1/analyses/" + item.get("id").asString();
        if (item.get("endedAt").isNull()) {
          service.get(path + "/result").is(409);
          service.post(path + "/cancel", "").is(202);
        } else {
          service.post(path + "/cancel", "").is(409);
        }
      }
      sweepsInTheWrongState(service);
      await().until(() -> service.post("/v1/allocations", Samples.slow(), async).status() == 429);
      for (JsonNode item : service.get("/v1/allocations?limit=200").json().get("items")) {
        if (item.get("endedAt").isNull()) {
          service.post("/v1/allocations/" + item.get("id").asString() + "/cancel", "").is(202);
        }
      }
    }
  }

  private static void sweepsInTheWrongState(Running service) {
    String small = Samples.sweep(Samples.THREE_PLACES, 1);
    String large = Samples.sweep(Samples.LETTER, 900_000);
    String[] async = {"Prefer", "respond-async"};
    service.post("/v1/sweeps", small, "Idempotency-Key", "k", "Prefer", "wait=30").is(201);
    service.post("/v1/sweeps", large, "Idempotency-Key", "k").is(409);
    String weights =
        Samples.sweep(Samples.THREE_PLACES, 16)
            .replace(
                "\"at\": \"/demand/persons\", \"between\": [10, 30]",
                "\"at\": \"/criteria/0/weight\", \"normal\": {\"mean\": 0.1, \"deviation\": 1}");
    String some = service.post("/v1/sweeps", weights, "Prefer", "wait=30").is(201).at("/id");
    assertThat(IntStream.range(0, 16).mapToObj(n -> "/v1/sweeps/" + some + "/points/" + n))
        .extracting(path -> service.get(path).status())
        .as("a weight below 0 is no scenario")
        .contains(200, 409);
    await().until(() -> service.post("/v1/sweeps", large, async).status() == 429);
    for (JsonNode item : service.get("/v1/sweeps?limit=200").json().get("items")) {
      String path = "/v1/sweeps/" + item.get("id").asString();
      if (item.get("state").asString().equals("QUEUED")) {
        service.get(path + "/summary").is(409);
        service.get(path + "/points").is(409);
        service.get(path + "/boxes?municipality=0301").is(409);
      }
      service.post(path + "/cancel", "").is(item.get("endedAt").isNull() ? 202 : 409);
    }
  }

  @Test
  @Order(5)
  void who_may_not() throws InterruptedException {
    try (Running service = Running.start()) {
      Map<String, String> ids = stocked(service);
      Map<String, String> tokens = new HashMap<>();
      for (Role role : Role.values()) {
        ApiKeys.NewKey key = ApiKeys.create(role.name(), role);
        service.store.keys().add(key.kept());
        tokens.put(role.name().toLowerCase(Locale.ROOT), "Bearer " + key.token());
      }
      await().until(() -> service.get("/v1/demo").status() == 401);
      List<String> order = List.of("read", "solve", "admin");
      for (ContractOperation operation : CONTRACT.operations()) {
        String needed = operation.role(SECURITY);
        if (needed == null) {
          ask(service, operation, ids).is(200);
          continue;
        }
        ask(service, operation, ids).is(401);
        for (String role : order) {
          boolean may = order.indexOf(role) >= order.indexOf(needed);
          Reply reply = ask(service, operation, ids, "Authorization", tokens.get(role));
          assertThat(reply.status() == 403).as(operation + " as " + role).isEqualTo(!may);
        }
      }
      String[] wrong = {"Authorization", "Bearer none.none"};
      await().until(() -> service.get("/v1/demo", wrong).status() == 429);
      for (ContractOperation operation : CONTRACT.operations()) {
        if (operation.role(SECURITY) != null) {
          await().until(() -> ask(service, operation, ids, wrong).status() == 429);
        }
      }
      String origin = "http://evil.example";
      service.post("/v1/scenarios/validate", Samples.THREE_PLACES, "Origin", origin).is(403);
      service.post("/v1/comparisons", "{}", "Origin", origin).is(403);
    }
  }

  @Test
  @Order(6)
  void when_the_store_does_not_answer_or_breaks() {
    ContractBreaking breaking = new ContractBreaking();
    try (Running service = Running.start(breaking::around, Running.QUEUE, Running.SETTINGS)) {
      Map<String, String> ids = stocked(service);
      breaking.behave(Mode.SILENT);
      await().until(() -> service.get("/v1/demo").status() == 503);
      for (ContractOperation operation : describing(503)) {
        ask(service, operation, ids).is(503);
      }
      breaking.behave(Mode.BROKEN);
      LOG.setLevel(Level.OFF);
      for (ContractOperation operation : describing(500)) {
        ask(service, operation, ids).is(500);
      }
      LOG.setLevel(null);
      breaking.behave(Mode.SOUND);
      await().until(() -> service.get("/v1/demo").status() == 200);
    }
  }

  @Test
  @Order(7)
  void when_too_much_is_asked_at_once() throws IOException {
    ContractBreaking breaking = new ContractBreaking();
    List<ContractWire> crowd = new ArrayList<>();
    try (Running service = Running.start(breaking::around, Running.QUEUE, readers(0))) {
      Map<String, String> ids = stocked(service);
      ask(service, CONTRACT.operation("getEvents"), ids).is(503);
      ask(service, CONTRACT.operation("getAnalysisEvents"), ids).is(503);
      ask(service, CONTRACT.operation("getSweepEvents"), ids).is(503);
      ask(service, CONTRACT.operation("preview"), ids).isProblem(429, "too-many-previews");
      String slow = service.post("/v1/allocations", Samples.THREE_PLACES).is(201).at("/id");
      breaking.holdUp(slow);
      String path = "/v1/allocations/" + slow + "/model";
      for (int i = 0; i < 200; i++) {
        ContractWire wire = ContractWire.to(service.port(), 20_000);
        crowd.add(wire);
        wire.send(ContractRequest.of("GET", path).bytes());
      }
      ContractOperation model = CONTRACT.operation("getModel");
      await().until(() -> ask(service, model, ids).status() == 503);
      for (String id : List.of("getExplanation", "explainMunicipality", "compare")) {
        Reply reply = ask(service, CONTRACT.operation(id), ids);
        reply.isProblem(503, "too-many-analyses");
      }
      breaking.release();
      await().until(() -> ask(service, model, ids).status() == 200);
    } finally {
      for (ContractWire wire : crowd) {
        wire.close();
      }
    }
  }

  /** An analysis that takes a while. */
  private static String whyNot() {
    return "{\"kind\": \"whyNot\", \"scenario\": " + Samples.LETTER + "}";
  }

  private static ServerSettings readers(int most) {
    ServerSettings usual = Running.SETTINGS;
    ConnectionLimits limits = usual.connections();
    return usual
        .with(new ConnectionLimits(limits.threads(), limits.open(), most))
        .withPreviews(usual.previews().time(), most);
  }

  @Test
  @Order(8)
  void everything_that_is_described_has_been_answered() {
    assertThat(ContractCoverage.missing(CONTRACT)).isEmpty();
  }
}
