package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response, with assertions. */
public record Reply(int status, HttpHeaders headers, byte[] bytes) {
  private static final JsonMapper JSON = new JsonMapper();

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    return JSON.readTree(bytes);
  }

  /** The text at a JSON pointer. */
  public String at(String pointer) {
    return json().at(pointer).asString();
  }

  public String header(String name) {
    return String.join(", ", headers.allValues(name));
  }

  /** Asserts the status, and shows the body when it is another one. */
  public Reply is(int expected) {
    assertThat(status).as(text()).isEqualTo(expected);
    return this;
  }

  /** Asserts that this is a problem document of a kind. */
  public Reply isProblem(int expected, String kind) {
    is(expected);
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(at("/type")).isEqualTo("urn:problem:" + kind);
    assertThat(json().get("status").asInt()).isEqualTo(expected);
    assertThat(at("/title")).isNotEmpty();
    assertThat(at("/detail")).isNotEmpty();
    assertThat(text()).doesNotContain("Exception").doesNotContain("io.bosett");
    return this;
  }
}
