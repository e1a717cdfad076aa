package io.bosett.http.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.http.Reply;
import io.bosett.http.Running;
import io.bosett.http.Samples;
import io.bosett.http.settings.ProxySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Behind nginx under a path, everything that a caller is told leads back to the service: where the
 * proxy names the path and takes it away, and where the service is told it and the proxy keeps it.
 */
@Tag("slow")
@EnabledIf("io.bosett.http.proxy.Nginx#isThere")
final class ReverseProxyTest {
  private static final String LOCATIONS =
      """
      location /named/ {
        proxy_pass http://127.0.0.1:%1$d/;
        proxy_set_header X-Forwarded-Prefix /named;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header Host $http_host;
        proxy_set_header Connection "";
        proxy_set_header Accept-Encoding "";
      }
      location /told { proxy_pass http://127.0.0.1:%1$d; }
      """;

  private static Running service;
  private static Nginx nginx;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    service =
        Running.start(Running.SETTINGS.behind(new ProxySettings("/told", List.of("127.0.0.0/8"))));
    nginx = Nginx.start(folder, LOCATIONS.formatted(service.port()));
  }

  @AfterAll
  static void stop() {
    nginx.close();
    service.close();
  }

  private static Outside caller(String path) {
    return new Outside("http://127.0.0.1:" + nginx.port() + path + "/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/named", "/told"})
  void locations_and_links_lead_back(String path) {
    Outside caller = caller(path);
    Reply solved = caller.send("POST", "v1/allocations", Samples.THREE_PLACES).is(201);
    assertThat(solved.header("Location")).startsWith(path + "/v1/allocations/");
    caller.follow(caller.get(solved.header("Location")).is(200).json());
    caller.follow(solved.json());
    Reply kept = caller.send("POST", "v1/scenarios", Samples.THREE_PLACES).is(201);
    assertThat(kept.header("Location")).startsWith(path + "/v1/scenarios/");
    caller.get(kept.header("Location")).is(200);
    caller.follow(kept.json());
    caller.follow(caller.get("v1/allocations").is(200).json());
    caller.follow(caller.get("v1/scenarios").is(200).json());
    caller.follow(caller.get("v1/datasets").is(200).json());
    caller.follow(caller.get("v1/datasets/norway-2018").is(200).json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/named", "/told"})
  void events_carry_the_path_too(String path) {
    Outside caller = caller(path);
    Reply solved = caller.send("POST", "v1/allocations", Samples.THREE_PLACES).is(201);
    String events = new String(caller.get(solved.at("/links/events")).is(200).bytes(), UTF_8);
    assertThat(events).contains("\"self\":\"" + solved.header("Location") + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/named", "/told"})
  void the_contract_and_its_page_know_the_path(String path) {
    Outside caller = caller(path);
    assertThat(caller.get("openapi.json").is(200).at("/servers/0/url")).isEqualTo(path);
    caller.load("docs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/named", "/told"})
  void the_page_loads_all_its_parts(String path) {
    caller(path).load("");
    assertThat(caller(path).get(path).status()).isIn(301, 308);
    assertThat(caller(path).get(path).header("Location")).endsWith(path + "/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/named", "/told"})
  void problems_name_the_path_that_was_asked(String path) {
    Outside caller = caller(path);
    Reply unknown = caller.get("v1/allocations/none").isProblem(404, "not-found");
    assertThat(unknown.at("/instance")).isEqualTo(path + "/v1/allocations/none");
    Reply unrouted = caller.get("nowhere").isProblem(404, "not-found");
    assertThat(unrouted.at("/instance")).isEqualTo(path + "/nowhere");
    Reply refused =
        caller
            .send("POST", "v1/scenarios", "{}", "Origin", "https://evil.example")
            .isProblem(403, "origin-not-allowed");
    assertThat(refused.at("/instance")).isEqualTo(path + "/v1/scenarios");
    caller.send("DELETE", "v1/demo", "").isProblem(405, "method-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/named", "/told"})
  void a_tag_that_nginx_made_weak_is_called_so(String path) {
    Outside caller = caller(path);
    String at =
        caller.send("POST", "v1/scenarios", Samples.THREE_PLACES).is(201).header("Location");
    Reply read = caller.get(at, "Accept-Encoding", "gzip").is(200);
    String tag = read.header("ETag");
    assertThat(tag).startsWith("W/\"");
    Reply refused =
        caller.send("PUT", at, Samples.THREE_PLACES, "If-Match", tag).isProblem(412, "weak-tag");
    assertThat(refused.at("/detail")).contains(tag, "9110");
    caller.send("PUT", at, Samples.LETTER, "If-Match", tag.substring(2)).is(200);
    caller
        .send("PUT", at, Samples.THREE_PLACES, "If-Match", tag)
        .isProblem(412, "precondition-failed");
  }
}
