package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Progress as server-sent events. */
@Tag("slow")
final class EventsTest {
  private static final int MANY = 1_000;

  private static Running service;

  @BeforeAll
  static void start() {
    service =
        Running.start(
            Running.SETTINGS.withTimes(
                Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(5)));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String submit(String scenario) {
    return service
        .post("/v1/allocations", scenario, "Prefer", "respond-async")
        .is(202)
        .header("Location");
  }

  private static Wire read(String location) {
    Wire wire = new Wire(service.port());
    wire.send("GET " + location + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    return wire;
  }

  @Test
  void a_request_for_the_headers_alone_is_not_told_a_length() {
    String location = service.post("/v1/allocations", Samples.LETTER).is(201).header("Location");
    String reply =
        Wire.exchange(
            service.port(),
            "HEAD "
                + location
                + "/events HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\n\r\n");
    assertThat(reply)
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("content-type: text/event-stream")
        .doesNotContainIgnoringCase("content-length")
        .endsWith("\r\n\r\n");
  }

  /** Lines until one that contains a text. */
  private static List<String> until(Wire wire, String text) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(wire.in(), StandardCharsets.UTF_8));
    List<String> read = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      read.add(line);
      if (line.contains(text)) {
        return read;
      }
    }
    throw new AssertionError("'" + text + "' did not come, but " + read);
  }

  @Test
  void the_last_event_carries_the_small_document() {
    String location = submit(Samples.LETTER);
    Reply events = service.get(location + "/events").is(200);
    assertThat(events.header("Content-Type")).startsWith("text/event-stream");
    assertThat(events.header("Cache-Control")).isEqualTo("no-store");
    assertThat(events.text()).startsWith("retry: ");
    String last = events.text().substring(events.text().lastIndexOf("id: "));
    String[] lines = last.split("\n");
    assertThat(lines[1]).isEqualTo("event: ended");
    assertThat(lines[2]).isEqualTo("data: " + service.get(location).text());
  }

  @Test
  void who_comes_late_gets_it_too_and_who_has_seen_it_gets_nothing() {
    String location = service.post("/v1/allocations", Samples.THREE_PLACES).header("Location");
    String text = service.get(location + "/events").is(200).text();
    assertThat(text).containsOnlyOnce("event: ended").doesNotContain("event: progress");
    String id = text.replaceAll("(?s).*id: ([0-9]+).*", "$1");
    service.get(location + "/events", "Last-Event-ID", id).is(204);
    for (String neverSent : List.of("x", "-1", "99999999999999999999")) {
      Reply all = service.get(location + "/events", "Last-Event-ID", neverSent).is(200);
      assertThat(all.text()).containsOnlyOnce("event: ended");
    }
  }

  @Test
  void a_reader_of_a_slow_solve_sees_signs_of_life_and_then_the_end() throws IOException {
    String location = submit(Samples.endless());
    try (Wire wire = read(location)) {
      List<String> before = until(wire, "event: progress");
      assertThat(before.get(0)).contains("200");
      until(wire, ":");
      service.post(location + "/cancel", "").is(202);
      List<String> rest = until(wire, "event: ended");
      assertThat(rest).anyMatch(line -> line.startsWith(":") || line.startsWith("id:"));
    }
  }

  @Test
  void a_reader_that_goes_away_is_forgotten() {
    String location = submit(Samples.endless());
    Wire wire = read(location);
    await().atMost(Running.PATIENCE).until(() -> readers() == 1);
    wire.close();
    await().atMost(Running.PATIENCE).until(() -> readers() == 0);
    service.post(location + "/cancel", "").is(202);
  }

  private static long readers() {
    return service
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("bosett_events_readers "))
        .mapToLong(line -> (long) Double.parseDouble(line.split(" ")[1]))
        .sum();
  }

  @Test
  void a_thousand_readers_are_served_though_some_never_read() throws IOException {
    String location = submit(Samples.endless());
    List<Wire> wires = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        wires.add(read(location));
      }
      await().atMost(Running.PATIENCE).until(() -> readers() == MANY);
      service.post(location + "/cancel", "").is(202);
      for (int i = 0; i < MANY; i += 7) {
        until(wires.get(i), "event: ended");
      }
      await().atMost(Running.PATIENCE).until(() -> readers() == 0);
    } finally {
      wires.forEach(Wire::close);
    }
  }
}
