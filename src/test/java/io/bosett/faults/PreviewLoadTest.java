package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Previews by the thousand, and from many pages at once: the small form of the benchmark. */
@Tag("slow")
final class PreviewLoadTest {
  private static final long MOST_GROWTH = 16L << 20;

  @TempDir private Path folder;

  @Test
  @Timeout(300)
  void many_previews_leave_no_row_and_a_flat_heap() throws Exception {
    int previews = Repetitions.of("previews", 5_000);
    SplittableRandom random = new SplittableRandom(Repetitions.seed());
    try (ServerProcess server = Services.embedded(folder)) {
      ServiceClient caller = new ServiceClient(server.address());
      DatabaseProbe store = DatabaseProbe.in(folder);
      // The first ones fill the caches.
      preview(caller, previews / 5, random);
      Map<String, Long> rows = store.rows();
      long heap = Jvm.heapAfterCollection(server);
      preview(caller, previews, random);
      assertThat(store.rows()).containsKey("jobs").isEqualTo(rows);
      long after = Jvm.heapAfterCollection(server);
      assertThat(after - heap).as("growth of the heap").isLessThan(MOST_GROWTH);
      Repetitions.outcome(
          "%d previews: no row, heap in use %.1f MB before and %.1f MB after",
          previews, heap / 1048576.0, after / 1048576.0);
    }
  }

  private static void preview(ServiceClient caller, int count, SplittableRandom random)
      throws Exception {
    for (int k = 0; k < count; k++) {
      String query = k % 10 == 0 ? "?include=losses" : "";
      byte[] letter = Letters.varied("preview " + k, random);
      assertThat(caller.post("/v1/previews" + query, letter).status()).isEqualTo(200);
    }
  }

  @Test
  @Timeout(300)
  void pages_with_moving_sliders_end_where_their_sliders_do_and_others_are_served()
      throws Exception {
    int pages = Math.max(8, Repetitions.of("pages", 50));
    SplittableRandom random = new SplittableRandom(Repetitions.seed());
    ExecutorService threads = Executors.newFixedThreadPool(pages);
    try (ServerProcess server = Services.embedded(folder, "--previews", "4")) {
      ServiceClient caller = new ServiceClient(server.address());
      List<Future<SliderPage.Seen>> running = new ArrayList<>();
      for (int p = 0; p < pages; p++) {
        SliderPage page = new SliderPage(caller, random.split(), Duration.ofMillis(20));
        running.add(threads.submit(() -> page.run(Duration.ofSeconds(4))));
      }
      assertThat(caller.allocate(Letters.letter()).status()).isEqualTo(201);
      assertThat(caller.get("/v1/datasets").status()).isEqualTo(200);
      int refused = 0;
      int answered = 0;
      for (Future<SliderPage.Seen> one : running) {
        SliderPage.Seen seen = one.get();
        assertThat(seen.faults()).isEmpty();
        assertThat(seen.millis()).isNotEmpty();
        refused += seen.refused();
        answered += seen.millis().size();
      }
      assertThat(refused).as("more pages than places are refused now and then").isPositive();
      assertThat(caller.post("/v1/previews", Letters.letter()).status()).isEqualTo(200);
      Repetitions.outcome(
          "%d pages with four places for previews: %d answered, %d refused, all settled",
          pages, answered, refused);
    } finally {
      threads.shutdownNow();
    }
  }
}
