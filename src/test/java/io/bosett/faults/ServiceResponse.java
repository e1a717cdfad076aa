package io.bosett.faults;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response of the service.
 *
 * @param status of HTTP
 * @param headers of the response
 * @param body as it came; must not be changed
 */
public record ServiceResponse(int status, HttpHeaders headers, byte[] body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static ServiceResponse of(HttpResponse<byte[]> response) {
    return new ServiceResponse(response.statusCode(), response.headers(), response.body());
  }

  /** The body as JSON. */
  public JsonNode json() {
    return JSON.readTree(body);
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** A header that must be there. */
  public String header(String name) {
    return headers
        .firstValue(name)
        .orElseThrow(() -> new NoSuchElementException("no " + name + " in " + this));
  }

  /** The id of the allocation that it tells of. */
  public String allocation() {
    String location = header("Location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** Whether it is a problem document about this very status. */
  public boolean isProblem() {
    boolean typed =
        headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    return typed
        && json().path("status").asInt() == status
        && json().path("type").asString().startsWith("urn:problem:");
  }

  @Override
  public String toString() {
    return status + " " + headers.map() + "\n" + text();
  }
}
