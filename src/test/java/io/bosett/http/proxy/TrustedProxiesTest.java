package io.bosett.http.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bosett.http.Reply;
import io.bosett.http.Running;
import io.bosett.http.Wire;
import io.bosett.http.protocol.TrustedProxies;
import io.bosett.http.settings.ProxySettings;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Only proxies that are named are believed. */
@Tag("slow")
final class TrustedProxiesTest {
  private static final String PREFIX = "X-Forwarded-Prefix";

  private static Running alone;
  private static Running behind;

  @BeforeAll
  static void start() {
    alone = Running.start(Running.SETTINGS.behind(new ProxySettings("/told", List.of("10.0.0.1"))));
    behind = Running.start(Running.SETTINGS.behind(new ProxySettings("", List.of("127.0.0.1"))));
  }

  @AfterAll
  static void stop() {
    alone.close();
    behind.close();
  }

  private static Outside caller(Running service) {
    return new Outside("http://127.0.0.1:" + service.port() + "/");
  }

  private static String self(Reply dataset) {
    return dataset.is(200).at("/links/self");
  }

  @Test
  void what_others_say_counts_for_nothing() {
    assertThat(self(caller(alone).get("v1/datasets/norway-2018", PREFIX, "/evil")))
        .isEqualTo("/told/v1/datasets/norway-2018");
    assertThat(self(caller(alone).get("v1/datasets/norway-2018", PREFIX, "//evil")))
        .isEqualTo("/told/v1/datasets/norway-2018");
  }

  @Test
  void what_a_trusted_one_says_counts() {
    assertThat(self(caller(behind).get("v1/datasets/norway-2018", PREFIX, "/a/b")))
        .isEqualTo("/a/b/v1/datasets/norway-2018");
    assertThat(self(caller(behind).get("v1/datasets/norway-2018", PREFIX, "/a/")))
        .isEqualTo("/a/v1/datasets/norway-2018");
    assertThat(self(caller(behind).get("v1/datasets/norway-2018", PREFIX, "/")))
        .isEqualTo("/v1/datasets/norway-2018");
    assertThat(self(caller(behind).get("v1/datasets/norway-2018")))
        .isEqualTo("/v1/datasets/norway-2018");
  }

  @Test
  void the_request_log_names_the_client_whom_a_trusted_proxy_names_and_numbers_are_numbers() {
    Logger log = (Logger) LoggerFactory.getLogger("io.bosett.http.requests");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    Level before = log.getLevel();
    log.setLevel(Level.INFO);
    log.addAppender(lines);
    try {
      for (Running service : List.of(alone, behind)) {
        caller(service).get("v1/datasets", "X-Forwarded-For", "192.0.2.7, 192.0.2.8").is(200);
      }
      await().until(() -> lines.list.size() == 2);
    } finally {
      log.detachAppender(lines);
      log.setLevel(before);
    }
    assertThat(said(lines.list.get(0), "remote")).isEqualTo("127.0.0.1");
    assertThat(said(lines.list.get(1), "remote")).isEqualTo("192.0.2.8");
    assertThat(said(lines.list.get(0), "status")).isEqualTo(200);
    assertThat(said(lines.list.get(0), "milliseconds")).isInstanceOf(Number.class);
  }

  @Test
  void several_prefixes_are_refused_in_one_header_or_two() {
    for (String[] headers : new String[][] {{"/a, /b"}, {"/a", "/b"}, {"/a", "/a"}, {"/a", ""}}) {
      StringBuilder request = new StringBuilder("GET /v1/datasets HTTP/1.1\r\nHost: localhost\r\n");
      for (String header : headers) {
        request.append(PREFIX).append(": ").append(header).append("\r\n");
      }
      assertThat(Wire.exchange(behind.port(), request + "Connection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 400 ")
          .contains("invalid-header");
      assertThat(Wire.exchange(alone.port(), request + "Connection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  /** However the address of a caller is written, it is one caller. */
  @Test
  void a_caller_has_one_address_in_all_its_forms() {
    TrustedProxies proxies = new TrustedProxies(new ProxySettings("", List.of("127.0.0.1")));
    for (String form :
        List.of(
            "1.2.3.4", "::ffff:1.2.3.4", "::FFFF:102:304", "[::ffff:1.2.3.4]:80", "1.2.3.4:9")) {
      assertThat(proxies.client("127.0.0.1", List.of(form))).as(form).isEqualTo("1.2.3.4");
    }
    for (String form : List.of("2001:db8::1", "2001:DB8:0:0::1", "[2001:0db8::0001]:443")) {
      assertThat(proxies.client("127.0.0.1", List.of(form)))
          .as(form)
          .isEqualTo("2001:db8:0:0:0:0:0:1");
    }
    for (String none :
        List.of(
            "",
            "x",
            "beef",
            "ab.cd",
            "1.2.3",
            "1.2.3.256",
            "01.2.3.4",
            "1::2::3",
            ":",
            "1.2.3.4.")) {
      assertThat(proxies.client("127.0.0.1", List.of(none))).as(none).isEqualTo("127.0.0.1");
    }
    assertThat(proxies.client("127.0.0.1", List.of("5.6.7.8", "::ffff:127.0.0.1")))
        .isEqualTo("5.6.7.8");
  }

  private static Object said(ILoggingEvent line, String key) {
    return line.getKeyValuePairs().stream()
        .filter(pair -> pair.key.equals(key))
        .findFirst()
        .orElseThrow()
        .value;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "evil", "/a//b", "/../b", "/a/..", "/a\"b", "/a, /b", "/v1"})
  void a_prefix_that_is_no_path_is_refused(String prefix) {
    Reply refused =
        caller(behind).get("v1/datasets", PREFIX, prefix).isProblem(400, "invalid-header");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/" + PREFIX);
    assertThat(ProxySettings.isSound(prefix)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bosett", "/a/b", "/a.b/~c_d-e", "/v1x"})
  void a_path_may_have_segments_that_need_no_escaping(String path) {
    assertThat(ProxySettings.isSound(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.1/33", "10.0.0", "x", "", "127.0.0.1-4", "*"})
  void a_proxy_is_named_by_address_or_network(String name) {
    assertThat(ProxySettings.isNetwork(name)).isFalse();
    for (String sound : List.of("127.0.0.1", "10.0.0.0/8", "::1", "fd00::/8")) {
      assertThat(ProxySettings.isNetwork(sound)).as(sound).isTrue();
    }
  }

  @Test
  void under_a_base_path_the_service_answers_with_it_and_without() {
    assertThat(self(caller(alone).get("told/v1/datasets/norway-2018")))
        .isEqualTo("/told/v1/datasets/norway-2018");
    caller(alone).get("health/ready").is(200);
    caller(alone).get("told/health/ready").is(200);
    caller(alone).get("toldx/health/ready").isProblem(404, "not-found");
    assertThat(caller(alone).get("told?x=1").is(308).header("Location")).isEqualTo("/told/");
    assertThat(
            caller(alone)
                .get("told/v1/allocations?limit=x")
                .isProblem(400, "invalid-parameters")
                .at("/instance"))
        .isEqualTo("/told/v1/allocations");
  }
}
