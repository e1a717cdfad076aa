package io.bosett.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.http.Running;
import io.bosett.http.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code HEAD} has no body, also where the request cannot be parsed or routed. */
@Tag("slow")
final class HeadWithoutBodyTest {
  private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String[] parts(String request) {
    return Wire.exchange(service.port(), request + "\r\n").split("\r\n\r\n", 2);
  }

  private static String status(String[] parts) {
    return parts[0].lines().findFirst().orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere" + HOST,
        "/v1/allocations/none" + HOST,
        "/%zz" + HOST,
        "/v1/sweeps/1;d%`1/points/1" + HOST,
        "/v1/allocations/1;%" + HOST,
        "/v1/datasets/a;b=%4/municipalities" + HOST,
        "/a%2fb/../%u002e" + HOST,
        "http://[x/" + HOST,
        "/\0a" + HOST,
        "/" + HOST + "B(d: x\r\n",
        "/" + HOST + "X: a\0b\r\n",
        "/" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n",
        "/" + HOST + "Content-Length: x\r\n",
        "/" + HOST + "Transfer-Encoding: gzip\r\n",
        "/" + HOST + "Expect: much\r\n",
        "/" + HOST + "X-HTTP-Method-Override: PUT\r\n",
        "/ HTTP/3.7\r\nHost: localhost\r\n",
        "/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n",
        "/ HTTP/1.1\r\nHost: a b\r\n",
        "/ HTTP/1.1\r\nConnection: close\r\n",
        "/ HTTP/1.0\r\n",
      })
  void what_is_refused_has_its_status_and_no_body(String rest) {
    String[] got = parts("GET " + rest);
    assertThat(status(got)).matches("HTTP/1.1 [45].*");
    assertThat(got[1]).startsWith("{\"type\":\"urn:problem:");
    String[] head = parts("HEAD " + rest);
    assertThat(status(head)).isEqualTo(status(got));
    assertThat(head[0]).contains("application/problem+json");
    assertThat(head[1]).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 100_000})
  void so_has_what_is_too_long(int length) {
    String long_ = "a".repeat(length);
    for (String rest : new String[] {"/" + long_ + HOST, "/" + HOST + "X: " + long_ + "\r\n"}) {
      String[] got = parts("GET " + rest);
      assertThat(status(got)).matches("HTTP/1.1 4[13][14].*");
      assertThat(got[1]).startsWith("{");
      String[] head = parts("HEAD " + rest);
      assertThat(status(head)).isEqualTo(status(got));
      assertThat(head[1]).isEmpty();
    }
  }

  /** What counts is the request that cannot be parsed, not one before it. */
  @Test
  void on_a_connection_that_was_used_before_too() {
    String sound = " /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (String first : new String[] {"GET", "HEAD"}) {
      try (Wire wire = new Wire(service.port())) {
        wire.send(first + sound);
        assertThat(wire.header()).contains("200 OK");
        wire.send("HEAD /%zz" + HOST + "\r\n");
        assertThat(wire.rest()).contains("400 Bad Request").endsWith("\r\n\r\n");
      }
      try (Wire wire = new Wire(service.port())) {
        wire.send(first + sound);
        assertThat(wire.header()).contains("200 OK");
        wire.send("GET /%zz" + HOST + "\r\n");
        assertThat(wire.rest()).contains("400 Bad Request").endsWith("}");
      }
    }
  }

  /** The method is the parser's, wherever the request line begins and however it arrives. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "\n", "\r\n\r\n", "\n\n\r\n"})
  void after_empty_lines_and_in_any_segments(String before) {
    for (String path :
        new String[] {"/%zz" + HOST, "/ HTTP/3.7\r\n", "/\0" + HOST, "/%ff" + HOST}) {
      String head = before + "HEAD " + path + "\r\n";
      String get = before + "GET " + path + "\r\n";
      for (int cut = 0; cut <= before.length() + "HEAD /".length(); cut++) {
        assertThat(inTwo(head, cut)).as("%s at %d", path, cut).contains(" 40").endsWith("\r\n\r\n");
      }
      assertThat(Wire.exchange(service.port(), get)).endsWith("}");
      assertThat(Wire.exchange(service.port(), get.replace("GET", "HEADS"))).endsWith("}");
    }
  }

  private static String inTwo(String request, int cut) {
    try (Wire wire = new Wire(service.port())) {
      wire.send(request.substring(0, cut));
      wire.send(request.substring(cut));
      return wire.rest().replace(" 505 ", " 40");
    }
  }

  /** Requests in one segment: each response is of its own request. */
  @Test
  void pipelined() {
    String sound = " /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String post =
        "POST /v1/scenarios/validate HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 5\r\n\r\nHEAD ";
    for (String first :
        new String[] {"GET" + sound, "HEAD" + sound, post, "GET" + sound + "\r\n"}) {
      for (String path : new String[] {"/%zz", "/\0", "/%ff"}) {
        String heads = Wire.exchange(service.port(), first + "HEAD " + path + HOST + "\r\n");
        assertThat(heads).contains("400 Bad Request").endsWith("\r\n\r\n");
        String gets = Wire.exchange(service.port(), first + "GET " + path + HOST + "\r\n");
        assertThat(gets).contains("400 Bad Request").endsWith("}");
        String problem = gets.substring(gets.lastIndexOf("\r\n\r\n") + 4);
        assertThat(gets.substring(gets.lastIndexOf("HTTP/1.1 400")))
            .contains("Content-Length: " + problem.length() + "\r\n");
      }
    }
  }
}
