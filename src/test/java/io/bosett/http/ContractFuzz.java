package io.bosett.http;

import io.bosett.generate.HostileScenario;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fuzzer of the API: generates one request for each seed, from the contract, from valid
 * documents with a mutation, and with an odd method, path or header.
 */
final class ContractFuzz {
  private static final ContractDocument CONTRACT = ContractDocument.SERVED;
  private static final JsonMapper JSON = new JsonMapper();
  private static final double[] FAULTY = {0, 0, 0.02, 0.1};

  private final ContractStock stock;
  private final SplittableRandom random;

  private ContractFuzz(ContractStock stock, long seed) {
    this.stock = stock;
    this.random = new SplittableRandom(seed);
  }

  /** The request of a seed. */
  static ContractRequest request(ContractStock stock, long seed) {
    ContractFuzz fuzz = new ContractFuzz(stock, seed);
    ContractRequest request =
        fuzz.random.nextInt(10) < 6 ? fuzz.anyOperation() : fuzz.changedDocument();
    return switch (fuzz.random.nextInt(12)) {
      case 0 -> fuzz.withOddHeader(request);
      case 1 -> fuzz.withOddPath(request);
      case 2 -> fuzz.random.nextInt(3) == 0 ? fuzz.withOddMethod(request) : request;
      default -> request;
    };
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Any operation, its parameters and body drawn from what the contract says of them. */
  private ContractRequest anyOperation() {
    ContractOperation operation = pick(CONTRACT.operations());
    ContractSamples samples =
        new ContractSamples(CONTRACT, random, FAULTY[random.nextInt(FAULTY.length)]);
    ContractRequest request = ContractRequest.of(operation.method(), path(operation));
    List<String> query = new ArrayList<>();
    for (JsonNode one : operation.node().path("parameters")) {
      JsonNode parameter = CONTRACT.resolved(one);
      if (random.nextInt(3) == 0) {
        String name = parameter.get("name").asString();
        if (parameter.get("in").asString().equals("query")) {
          query.add(name + "=" + encoded(value(name, parameter, samples)));
        } else {
          request = request.with(name, value(name, parameter, samples));
        }
      }
    }
    if (random.nextInt(25) == 0) {
      query.add(pick(List.of("x=1", "limit=0", "limit=1&limit=2", "%00", "=", "a=%zz", "cursor=")));
    }
    if (!query.isEmpty()) {
      request = request.withTarget(request.target() + "?" + String.join("&", query));
    }
    return accepting(withBody(request, operation, samples), operation);
  }

  private String path(ContractOperation operation) {
    Map<String, String> values = new HashMap<>();
    stock.values().forEach((name, good) -> values.put(name, pick(good)));
    if (random.nextInt(8) == 0) {
      List<String> bad =
          List.of(
              "none", "0", "a".repeat(300), "%2e%2e", "%C3%A5", "..", "-", "A%00", "%F0%28", "*");
      values.replaceAll((name, good) -> pick(bad));
    }
    return operation.filled(values, "x");
  }

  private String value(String name, JsonNode parameter, ContractSamples samples) {
    return switch (name) {
      case "Prefer" ->
          pick(
              List.of(
                  "wait=1",
                  "respond-async",
                  "wait=0",
                  "wait=x",
                  "wait=-1",
                  "respond-async,wait=2"));
      case "If-Match", "If-None-Match" ->
          pick(List.of(pick(stock.tags()), "*", "\"x\"", "W/\"x\"", "x", "\"a\", \"b\"", ""));
      case "Last-Event-ID" ->
          pick(List.of("0", "1", "x", "-1", "9223372036854775807", "9".repeat(40), ""));
      case "Idempotency-Key" -> "key-" + random.nextInt(50);
      default -> samples.of(parameter.get("schema"), name).replaceAll("[\"\\r\\n]", "");
    };
  }

  private static String encoded(String text) {
    String most = text.length() > 2_000 ? text.substring(0, 2_000) : text;
    return URLEncoder.encode(most, StandardCharsets.UTF_8);
  }

  private ContractRequest withBody(
      ContractRequest request, ContractOperation operation, ContractSamples samples) {
    JsonNode body = CONTRACT.resolved(operation.node().path("requestBody"));
    if (body.isMissingNode()) {
      return random.nextInt(20) == 0 ? request.withBody(ContractStock.utf8("{}")) : request;
    }
    JsonNode schema = body.get("content").get("application/json").get("schema");
    if (operation.id().equals("putDataset") && random.nextInt(3) == 0) {
      return request.with("Content-Type", "application/zip").withBody(zip());
    }
    String json =
        operation.id().equals("compare") ? comparison(samples, schema) : samples.of(schema, "");
    return request.with("Content-Type", "application/json").withBody(ContractStock.utf8(json));
  }

  private String comparison(ContractSamples samples, JsonNode schema) {
    List<String> allocations = stock.values().get("allocation");
    String left = "{\"allocation\": \"" + pick(allocations) + "\"}";
    return switch (random.nextInt(5)) {
      case 0 -> samples.of(schema, "");
      case 4 ->
          "{\"left\": "
              + left
              + ", \"right\": {\"dataset\": \"three-places\", \"indicator\":"
              + " \"population\", \"year\": 2017}}";
      case 1 ->
          "{\"left\": " + left + ", \"right\": {\"allocation\": \"" + pick(allocations) + "\"}}";
      case 2 ->
          "{\"left\": "
              + left
              + ", \"right\": {\"dataset\": \"norway-2018\", \"indicator\": \""
              + pick(List.of("requested", "settled", "population", "x"))
              + "\", \"year\": "
              + (2014 + random.nextInt(6))
              + "}}";
      default ->
          ContractMutation.of(
              JSON.readTree("{\"left\": " + left + ", \"right\": " + left + "}"), random);
    };
  }

  private ContractRequest accepting(ContractRequest request, ContractOperation operation) {
    int which = random.nextInt(12);
    if (which == 0) {
      return request.with(
          "Accept",
          pick(List.of("image/png", "*/*;q=0", "x", "text/*", "application/*, */*;q=0.1", ",")));
    }
    JsonNode content =
        CONTRACT.resolved(operation.node().get("responses").path("200")).path("content");
    List<String> types = List.copyOf(content.propertyNames());
    return which < 5 && !types.isEmpty() ? request.with("Accept", pick(types)) : request;
  }

  /** A good document of some kind, changed, and sent where it belongs. */
  private ContractRequest changedDocument() {
    return switch (random.nextInt(14)) {
      case 10 -> json("POST", "/v1/previews?include=losses", hostile());
      case 11 -> json("POST", "/v1/allocations", hostile());
      case 12 -> json("POST", "/v1/previews", scenario());
      case 13 ->
          ContractRequest.of("POST", "/v1/datasets/three-places/imports?dryRun=true")
              .with("Content-Type", "application/json")
              .withBody(figures());
      case 0, 1 -> json("POST", "/v1/scenarios/validate", scenario());
      case 2, 3, 4 -> timed(json("POST", "/v1/allocations", scenario()));
      case 5 -> timed(json("POST", "/v1/allocations", patch()));
      case 6 -> json("POST", "/v1/scenarios", scenario());
      case 7 ->
          json("PUT", "/v1/scenarios/" + pick(stock.values().get("scenario")), scenario())
              .with("If-Match", pick(stock.tags()));
      case 8 -> json("PUT", "/v1/datasets/three-places", changed(pick(stock.datasets())));
      default ->
          ContractRequest.of("PUT", "/v1/datasets/three-places")
              .with("Content-Type", "application/zip")
              .withBody(zip());
    };
  }

  private ContractRequest timed(ContractRequest request) {
    return random.nextInt(4) == 0 ? request.with("Prefer", "respond-async") : request;
  }

  private ContractRequest json(String method, String path, byte[] body) {
    return ContractRequest.of(method, path).with("Content-Type", "application/json").withBody(body);
  }

  private byte[] scenario() {
    return changed(pick(stock.scenarios()));
  }

  /** Legal, and hard to solve; now and then with a part changed. */
  private byte[] hostile() {
    String document = HostileScenario.of(random.nextLong());
    return ContractStock.utf8(
        random.nextInt(5) == 0 ? ContractMutation.of(JSON.readTree(document), random) : document);
  }

  /** A file of figures, changed. */
  private byte[] figures() {
    byte[] bytes =
        ContractStock.utf8(ContractMutation.of(JSON.readTree(ContractStock.FIGURES), random));
    return random.nextInt(4) == 0 ? ContractOddities.damaged(bytes, random) : bytes;
  }

  private byte[] patch() {
    String id = pick(stock.values().get("scenario"));
    String changes = ContractMutation.of(pick(stock.patches()), random);
    String whole = "{\"scenarioId\": \"" + id + "\", \"changes\": " + changes + "}";
    return ContractStock.utf8(whole);
  }

  private byte[] changed(JsonNode document) {
    if (random.nextInt(5) < 2) {
      return ContractStock.utf8(ContractMutation.mild(document, random));
    }
    byte[] bytes = ContractStock.utf8(ContractMutation.of(document, random));
    return random.nextInt(6) == 0 ? ContractOddities.damaged(bytes, random) : bytes;
  }

  private byte[] zip() {
    Map<String, byte[]> files = new TreeMap<>();
    ContractStock.FOLDER.forEach((name, text) -> files.put(name, ContractStock.utf8(text)));
    String one = pick(List.copyOf(files.keySet()));
    switch (random.nextInt(8)) {
      case 0 -> files.remove(one);
      case 1, 2, 3 -> files.put(one, ContractOddities.damaged(files.get(one), random));
      case 4 -> files.put(pick(List.of("../x", "/etc/x", "a/b.csv", "x\\..\\y", "")), new byte[9]);
      case 5 -> files.put("indicators.csv", new byte[random.nextInt(3_000_000)]);
      default -> {}
    }
    byte[] zip = ContractStock.zip(files);
    return random.nextInt(3) == 0 ? ContractOddities.damaged(zip, random) : zip;
  }

  private ContractRequest withOddHeader(ContractRequest request) {
    List<ContractRequest.Header> odd =
        List.of(
            new ContractRequest.Header("Host", "evil.example"),
            new ContractRequest.Header("Host", ""),
            new ContractRequest.Header("Host", "localhost:99999999"),
            new ContractRequest.Header("Origin", "http://evil.example"),
            new ContractRequest.Header("Origin", "null"),
            new ContractRequest.Header("Content-Type", "text/xml"),
            new ContractRequest.Header("Content-Type", "application/json; charset=latin-1"),
            new ContractRequest.Header("Content-Type", "/"),
            new ContractRequest.Header("Content-Encoding", "gzip"),
            new ContractRequest.Header("Accept-Encoding", "gzip, br;q=0.5, *;q=0"),
            new ContractRequest.Header("Accept-Encoding", ";;q=,"),
            new ContractRequest.Header("Accept", "a/b;q=x, ;;, /"),
            new ContractRequest.Header("Accept", "text/csv;q=1e400, application/json;q=-0"),
            new ContractRequest.Header("Authorization", "Bearer x"),
            new ContractRequest.Header("Authorization", "Basic ::::"),
            new ContractRequest.Header("Range", "bytes=0-1"),
            new ContractRequest.Header("Expect", "100-continue"),
            new ContractRequest.Header("Expect", "tea"),
            new ContractRequest.Header("X-Request-Id", "a".repeat(100)),
            new ContractRequest.Header("X-Request-Id", "x\u00e5\u0001"),
            new ContractRequest.Header("X-HTTP-Method-Override", "DELETE"),
            new ContractRequest.Header("Upgrade", "h2c"),
            new ContractRequest.Header("Connection", "close"),
            new ContractRequest.Header("Cookie", "a=b; ;=;\u00e5"),
            new ContractRequest.Header("Idempotency-Key", " "),
            new ContractRequest.Header("Idempotency-Key", "å"),
            new ContractRequest.Header("X", "y".repeat(20_000)),
            new ContractRequest.Header("Content-Length", "99999999999999999999"),
            new ContractRequest.Header("Content-Length", "-1"),
            new ContractRequest.Header("Transfer-Encoding", "gzip"));
    ContractRequest.Header one = random.nextBoolean() ? pick(odd) : OddHeaders.of(random);
    return request.with(one.name(), one.value());
  }

  private ContractRequest withOddPath(ContractRequest request) {
    String path = request.path();
    return request.withTarget(
        switch (random.nextInt(12)) {
          case 0 -> path + "/";
          case 1 -> path.replaceFirst("/", "//");
          case 2 -> path + "/%2e%2e/demo";
          case 3 -> path + ";jsessionid=1";
          case 4 -> path.toUpperCase(Locale.ROOT);
          case 5 -> path.replaceFirst("v1", "%76%31");
          case 6 -> path + "%2F..%2F..%2Fetc%2Fpasswd";
          case 7 -> path + "?" + "a=b&".repeat(2_000);
          case 8 -> path + "%";
          case 9 -> "http://localhost" + path;
          case 10 -> path + "%c0%ae%c0%ae";
          default -> path.substring(0, Math.max(1, random.nextInt(path.length())));
        });
  }

  private ContractRequest withOddMethod(ContractRequest request) {
    return request.withMethod(
        pick(
            List.of(
                "HEAD",
                "OPTIONS",
                "PATCH",
                "TRACE",
                "CONNECT",
                "FOO",
                "get",
                "PROPFIND",
                "POST",
                "PUT",
                "DELETE",
                "GET",
                "X".repeat(200),
                "QUERY")));
  }
}
