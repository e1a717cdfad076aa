package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.http.settings.HostNames;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only who calls the service by its name is heard. */
@Tag("slow")
final class HostTest {
  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start(Running.SETTINGS.knownAs(List.of("bosett.example.no")));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String get(String version, String host) {
    String line = host.isEmpty() ? "" : "Host: " + host + "\r\n";
    return Wire.exchange(
        service.port(),
        "GET /v1/datasets HTTP/" + version + "\r\n" + line + "Connection: close\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:80",
        "127.0.0.1",
        "127.8.9.1:1",
        "[::1]",
        "[::1]:8080",
        "localhost.",
        "bosett.example.no",
        "bosett.example.no:443"
      })
  void names_of_loopback_and_configured_ones_are_heard(String host) {
    assertThat(get("1.1", host)).startsWith("HTTP/1.1 200 ");
    assertThat(get("1.0", host)).contains(" 200 OK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example:8080",
        "10.0.0.1",
        "[::2]",
        "0.0.0.0",
        "example.no",
        "xbosett.example.no"
      })
  void others_are_not(String host) {
    assertThat(get("1.1", host))
        .startsWith("HTTP/1.1 421 ")
        .contains("urn:problem:host-not-allowed");
    assertThat(get("1.0", host)).contains(" 421 ", "urn:problem:host-not-allowed");
  }

  @Test
  void who_names_no_host_is_not_heard() {
    assertThat(get("1.0", "")).contains(" 421 ");
    assertThat(get("1.1", "")).contains(" 400 ");
  }

  @Test
  void a_whole_address_in_the_request_line_is_looked_at_too() {
    String reply =
        Wire.exchange(
            service.port(),
            "GET http://evil.example/v1/datasets HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\n\r\n");
    assertThat(reply).contains(" 4").doesNotContain(" 200 OK");
  }

  @Test
  void pages_of_other_sites_change_nothing() {
    service
        .post("/v1/scenarios", Samples.THREE_PLACES, "Origin", "https://evil.example")
        .isProblem(403, "origin-not-allowed");
    service
        .post("/v1/scenarios", Samples.THREE_PLACES, "Origin", "null")
        .isProblem(403, "origin-not-allowed");
    service
        .post("/v1/scenarios", Samples.THREE_PLACES, "Origin", "https://bosett.example.no")
        .is(201);
  }

  @Test
  void pages_on_other_ports_of_this_machine_change_nothing() {
    int port = service.port();
    int other = port == 65_535 ? 1 : port + 1;
    for (String origin :
        List.of(
            "http://127.0.0.1:" + other,
            "http://127.0.0.1",
            "http://localhost:" + port,
            "https://bosett.example.no:8443",
            "http://x@127.0.0.1:" + port)) {
      service
          .post("/v1/scenarios", Samples.THREE_PLACES, "Origin", origin)
          .isProblem(403, "origin-not-allowed");
      service
          .post("/v1/allocations/x/cancel", "", "Origin", origin)
          .isProblem(403, "origin-not-allowed");
    }
    service
        .post("/v1/scenarios", Samples.THREE_PLACES, "Origin", "http://127.0.0.1:" + port)
        .is(201);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost, localhost, true",
    "http://localhost:80, localhost, true",
    "https://localhost, localhost:443, true",
    "https://LOCALHOST:8080, localhost:8080, true",
    "http://[::1]:8080, [::1]:8080, true",
    "http://[::1], [::1]:8080, false",
    "http://[::1]:8081, [::1]:8080, false",
    "http://localhost:8080, localhost, false",
    "http://localhost, localhost:8080, false",
    "https://known.example, 127.0.0.1:8080, true",
    "https://known.example:444, 127.0.0.1:8080, false",
    "https://ported.example:8443, 127.0.0.1:8080, true",
    "https://ported.example, 127.0.0.1:8080, false",
    "http://10.0.0.1:81, 10.0.0.1:80, false",
    "null, localhost, false",
  })
  void an_origin_is_host_and_port_of_the_request_or_a_configured_name(
      String origin, String host, boolean allowed) {
    HostNames names = new HostNames(List.of("known.example", "ported.example:8443"), "10.0.0.1");
    assertThat(names.allowsOrigin(origin, host)).isEqualTo(allowed);
  }

  @Test
  void no_other_site_is_allowed_to_read() {
    Reply reply = service.get("/v1/datasets", "Origin", "https://evil.example").is(200);
    assertThat(reply.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
  }

  @Test
  void every_answer_has_the_headers_that_keep_browsers_safe() {
    for (Reply reply : List.of(service.get("/v1/datasets"), service.get("/nowhere"))) {
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
      assertThat(reply.header("Content-Security-Policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(reply.header("Server")).isEmpty();
    }
  }
}
