package io.bosett.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Validates responses against the contract: operation, status, headers, media type, body. */
final class ContractCheck {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROBLEM = "application/problem+json";

  /** Statuses of HTTP itself that any request may get; each is a problem document. */
  private static final Set<Integer> OF_HTTP = Set.of(400, 405, 408, 414, 417, 421, 431, 505);

  private final ContractDocument contract;
  private final String method;
  private final String path;
  private final int status;
  private final HttpHeaders headers;
  private final byte @Nullable [] body;
  private final List<String> faults = new ArrayList<>();

  private ContractCheck(
      String method, String path, int status, HttpHeaders headers, byte @Nullable [] body) {
    this.contract = ContractDocument.SERVED;
    this.method = method;
    this.path = path;
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /**
   * Violations of the contract by a response.
   *
   * @param path as it was sent, without the query
   * @param body or null when it is a stream and not checked
   */
  static List<String> faults(
      String method, String path, int status, HttpHeaders headers, byte @Nullable [] body) {
    ContractCheck check = new ContractCheck(method, path, status, headers, body);
    check.check();
    return check.faults;
  }

  /** Fails when a response violates the contract; the body of a stream is not checked. */
  static <T> HttpResponse<T> verified(HttpResponse<T> response) {
    byte[] body = response.body() instanceof byte[] bytes ? bytes : null;
    if (response.body() instanceof String text) {
      body = text.getBytes(UTF_8);
    }
    String method = response.request().method();
    String path = response.uri().getRawPath();
    List<String> found = faults(method, path, response.statusCode(), response.headers(), body);
    if (!found.isEmpty()) {
      throw new AssertionError(
          method
              + " "
              + response.uri()
              + " was answered "
              + response.statusCode()
              + ", against the contract:\n  "
              + String.join("\n  ", found)
              + "\n"
              + shown(response.headers(), body));
    }
    return response;
  }

  private static String shown(HttpHeaders headers, byte @Nullable [] body) {
    String text = body == null ? "" : new String(body, UTF_8);
    return headers.map() + "\n" + text.substring(0, Math.min(2_000, text.length()));
  }

  private void check() {
    Optional<String> template = contract.template(path);
    if (path.startsWith("/docs/") && status == 200) {
      return; // a file of the page
    }
    if (template.isEmpty()) {
      problem("a path that the contract does not know", Set.of(404));
    } else if (method.equals("OPTIONS") && status == 204) {
      require("Allow");
    } else {
      String asked = method.equals("HEAD") ? "GET" : method;
      contract
          .find(asked, path)
          .ifPresentOrElse(
              this::check, () -> problem("a method that the contract does not know", Set.of(405)));
    }
    require("X-Request-Id");
  }

  private void check(ContractOperation operation) {
    JsonNode response = operation.responses().get(status);
    if (response == null) {
      problem("a status that " + operation.id() + " does not describe", Set.of());
      return;
    }
    ContractCoverage.record(operation, status);
    String pointer =
        "/paths/"
            + operation.template().replace("/", "~1")
            + "/"
            + operation.method().toLowerCase(Locale.ROOT)
            + "/responses/"
            + status;
    if (response.has("$ref")) {
      pointer = response.get("$ref").asString().substring(1);
      response = contract.resolved(response);
    }
    headers(response);
    content(response, pointer);
  }

  /** What stands outside of all operations must be a problem of one of these or of HTTP itself. */
  private void problem(String what, Set<Integer> statuses) {
    if (!statuses.contains(status) && !OF_HTTP.contains(status)) {
      faults.add(status + " for " + what);
    }
    if (status == 405) {
      require("Allow");
    }
    body(PROBLEM, contract.component("Problem"));
  }

  private void require(String header) {
    if (headers.firstValue(header).isEmpty()) {
      faults.add("header " + header + " is missing");
    }
  }

  private void headers(JsonNode response) {
    for (Map.Entry<String, JsonNode> one : response.path("headers").properties()) {
      JsonNode header = contract.resolved(one.getValue());
      Optional<String> value = headers.firstValue(one.getKey());
      if (value.isEmpty() && header.path("required").asBoolean(false)) {
        faults.add("header " + one.getKey() + " is missing");
      }
      value.ifPresent(text -> header(one.getKey(), header.get("schema"), text));
    }
  }

  private void header(String name, JsonNode schema, String value) {
    boolean sound =
        schema.path("type").asString().equals("integer")
            ? value.matches("[0-9]+") && Long.parseLong(value) >= schema.path("minimum").asLong(0)
            : !schema.has("pattern")
                || Pattern.compile(schema.get("pattern").asString()).matcher(value).find();
    if (!sound) {
      faults.add("header " + name + " is '" + value + "'");
    }
  }

  private void content(JsonNode response, String pointer) {
    JsonNode content = response.path("content");
    if (content.isEmpty()) {
      if (body != null && body.length > 0) {
        faults.add("a body of " + body.length + " bytes where none is described");
      }
      return;
    }
    String type = mediaType();
    if (!content.has(type)) {
      faults.add("media type '" + type + "' is none of " + content.propertyNames());
      return;
    }
    String at = pointer + "/content/" + type.replace("/", "~1") + "/schema";
    body(type, contract.schema(at));
  }

  private String mediaType() {
    String type = headers.firstValue("Content-Type").orElse("");
    return type.replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
  }

  private void body(String type, Schema schema) {
    if (!mediaType().equals(type)) {
      faults.add("media type '" + mediaType() + "' instead of " + type);
    }
    if (body == null || method.equals("HEAD")) {
      return;
    }
    if (type.endsWith("json")) {
      json(type, schema, body);
    } else if (type.startsWith("text/")) {
      text(body);
    }
  }

  private void json(String type, Schema schema, byte[] bytes) {
    String text = text(bytes);
    JsonNode document;
    try {
      document = JSON.readTree(text);
    } catch (JacksonException e) {
      faults.add("the body is not JSON: " + e.getMessage());
      return;
    }
    faults.addAll(schema.validate(document).stream().map(Object::toString).limit(20).toList());
    if (type.equals(PROBLEM) && document.path("status").asInt(0) != status) {
      faults.add("the problem says status " + document.path("status"));
    }
  }

  private String text(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      faults.add("the body is not UTF-8");
      return "null";
    }
  }
}
