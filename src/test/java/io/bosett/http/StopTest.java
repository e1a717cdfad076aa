package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stopping and starting again. */
@Tag("slow")
final class StopTest {
  @Test
  void who_waits_is_told_where_the_answer_will_be() throws Exception {
    Running service = Running.start();
    CompletableFuture<HttpResponse<byte[]>> waiting =
        service.client.sendAsync(
            service
                .to("/v1/allocations")
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=30")
                .POST(BodyPublishers.ofString(Samples.endless()))
                .build(),
            BodyHandlers.ofByteArray());
    await()
        .atMost(Running.PATIENCE)
        .until(() -> !service.get("/v1/allocations").json().get("items").isEmpty());
    service.close();
    HttpResponse<byte[]> response = waiting.get(20, TimeUnit.SECONDS);
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Location")).isPresent();
  }

  @Test
  void what_is_under_way_ends_and_new_work_is_refused() throws Exception {
    Running service = Running.start();
    String body = Samples.THREE_PLACES;
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    try (Wire begun = new Wire(service.port())) {
      begun.send(
          "POST /v1/allocations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Type: application/json\r\nContent-Length: "
              + length
              + "\r\n\r\n{");
      await().atMost(Running.PATIENCE).until(() -> active(service) == 2);
      CompletableFuture<Void> stop = CompletableFuture.runAsync(service::close);
      await().atMost(Running.PATIENCE).until(() -> service.get("/health/ready").status() == 503);
      service.get("/v1/datasets").isProblem(503, "shutting-down");
      assertThat(service.get("/v1/datasets").header("Retry-After")).isNotEmpty();
      service.get("/health/live").is(200);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      begun.send(new String(bytes, 1, length - 1, StandardCharsets.ISO_8859_1));
      assertThat(begun.rest()).contains("HTTP/1.1 20").contains("Location: /v1/allocations/");
      stop.get(20, TimeUnit.SECONDS);
    }
  }

  /** Requests under way, the one that asks included. */
  private static long active(Running service) {
    return service
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("bosett_requests_active "))
        .mapToLong(line -> (long) Double.parseDouble(line.split(" ")[1]))
        .sum();
  }

  @Test
  void what_was_answered_is_the_same_after_a_restart_and_what_waited_is_solved() {
    Running service = Running.start();
    String ended = service.post("/v1/allocations", Samples.LETTER).is(201).header("Location");
    String document = service.get(ended).text();
    String result = service.get(ended + "/result").text();
    String slow =
        service
            .post("/v1/allocations", Samples.slow(), "Prefer", "respond-async")
            .is(202)
            .header("Location");
    try (Running again = service.again(Running.QUEUE, Running.SETTINGS)) {
      assertThat(again.get(ended).text()).isEqualTo(document);
      assertThat(again.get(ended + "/result").text()).isEqualTo(result);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> again.get(slow).at("/state").equals("SUCCEEDED"));
      assertThat(again.get(slow).json().get("objective").asLong()).isEqualTo(3494323141L);
    }
  }

  @Test
  void readers_of_events_are_sent_away() throws IOException {
    Running service = Running.start();
    String slow =
        service
            .post("/v1/allocations", Samples.endless(), "Prefer", "respond-async")
            .is(202)
            .header("Location");
    try (Wire wire = new Wire(service.port())) {
      wire.send("GET " + slow + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(wire.in().read()).isEqualTo('H');
      service.close();
      assertThat(wire.rest()).contains("text/event-stream");
    }
  }
}
