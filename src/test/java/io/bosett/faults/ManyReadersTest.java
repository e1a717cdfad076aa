package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thousand people watch one allocation. */
@Tag("slow")
final class ManyReadersTest {
  @TempDir private Path folder;

  @Test
  @Timeout(300)
  void every_reader_of_events_hears_the_end_and_others_are_served() throws Exception {
    int readers = Repetitions.of("readers", 1_000);
    try (ServerProcess server = Services.embedded(folder)) {
      ServiceClient caller = new ServiceClient(server.address());
      byte[] scenario = Letters.large("watched", 8_000, "highs", 120);
      String id = caller.allocate(scenario, "Prefer", "respond-async").allocation();
      List<CompletableFuture<HttpResponse<Stream<String>>>> opening = new ArrayList<>();
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      HttpRequest request =
          HttpRequest.newBuilder(server.address().resolve("/v1/allocations/" + id + "/events"))
              .header("Accept", "text/event-stream")
              .timeout(Duration.ofSeconds(60))
              .build();
      for (int r = 0; r < readers; r++) {
        opening.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofLines()));
      }
      List<HttpResponse<Stream<String>>> open = new ArrayList<>();
      for (CompletableFuture<HttpResponse<Stream<String>>> future : opening) {
        open.add(future.get(60, TimeUnit.SECONDS));
      }
      assertThat(open).allSatisfy(response -> assertThat(response.statusCode()).isEqualTo(200));
      assertThat(States.of(caller.allocation(id))).isEqualTo("RUNNING");
      for (int k = 0; k < 20; k++) {
        assertThat(caller.allocate(Letters.letter()).status()).isEqualTo(201);
      }
      assertThat(caller.post("/v1/allocations/" + id + "/cancel", new byte[0]).status())
          .isEqualTo(202);
      for (HttpResponse<Stream<String>> response : open) {
        List<String> lines = response.body().toList();
        assertThat(lines.stream().filter(line -> line.matches("event: ?ended"))).hasSize(1);
        assertThat(String.join("\n", lines)).contains("\"CANCELED\"");
      }
      long heap = Jvm.heapAfterCollection(server);
      assertThat(heap).as("bytes of heap in use").isLessThan(256L << 20);
      Repetitions.outcome(
          "%d readers of one allocation's events: all heard its end, others were served, "
              + "%d MB of heap in use afterwards",
          readers, heap >> 20);
    }
  }
}
