package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that send a little and then nothing keep nobody else from being served. */
@Tag("slow")
final class SlowClientsTest {
  private static final int MANY = 300;

  /** Far less than the body takes to arrive. */
  private static final int MOST_SECONDS = 30;

  @Test
  void half_a_request_on_many_connections_holds_no_thread() {
    try (Running service = Running.start()) {
      List<Wire> wires = new ArrayList<>();
      try {
        for (int i = 0; i < MANY; i++) {
          Wire wire = new Wire(service.port());
          wire.send(
              i % 2 == 0
                  ? "POST /v1/allocations HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                      + " application/json\r\nContent-Length: 1000\r\n\r\n{"
                  : "GET /v1/datasets HTTP/1.1\r\nHost: lo");
          wires.add(wire);
        }
        service.post("/v1/allocations", Samples.THREE_PLACES).is(201);
      } finally {
        wires.forEach(Wire::close);
      }
    }
  }

  /** It is never idle, and too large to be waited for without a thread. */
  @Test
  void a_body_at_a_kilobyte_a_second_is_given_up() throws IOException {
    try (Running service = Running.start();
        Wire wire = new Wire(service.port())) {
      wire.send(
          "POST /v1/allocations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 100000\r\n\r\n");
      Optional<String> reply = Optional.empty();
      for (int second = 0; second < MOST_SECONDS && reply.isEmpty(); second++) {
        wire.send(" ".repeat(1_000));
        reply = wire.lineWithin(Duration.ofSeconds(1));
      }
      assertThat(reply).hasValue("HTTP/1.1 408 Request Timeout");
    }
  }

  @Test
  void a_connection_without_traffic_is_closed() {
    Duration second = Duration.ofSeconds(1);
    try (Running service = Running.start(Running.SETTINGS.withTimes(second, second, second));
        Wire head = new Wire(service.port());
        Wire body = new Wire(service.port())) {
      head.send("GET /v1/data");
      body.send(
          "POST /v1/allocations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 100\r\n\r\n{");
      head.rest();
      String reply = body.rest();
      assertThat(reply).startsWith("HTTP/1.1 408 ").contains("urn:problem:too-slow");
    }
  }
}
