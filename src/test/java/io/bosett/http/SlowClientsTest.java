package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that send a little and then nothing keep nobody else from being served. */
final class SlowClientsTest {
  private static final int MANY = 300;

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
