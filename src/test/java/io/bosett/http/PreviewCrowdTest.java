package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.faults.Caller;
import io.bosett.faults.MovingSlider;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many pages whose sliders move at once; benchmarks/ has the large version, with times. */
final class PreviewCrowdTest {
  private static final int PAGES = 12;
  private static final int STEPS = 8;

  @Test
  void each_page_keeps_its_order_slows_down_when_told_and_others_are_answered() throws Exception {
    try (Running service = Running.start(Running.SETTINGS.withPreviews(Duration.ofSeconds(5), 3))) {
      Caller caller = new Caller(URI.create("http://127.0.0.1:" + service.port()));
      List<MovingSlider> pages = new ArrayList<>();
      List<Future<List<String>>> moves = new ArrayList<>();
      ExecutorService threads = Executors.newFixedThreadPool(PAGES);
      for (int i = 0; i < PAGES; i++) {
        MovingSlider page = new MovingSlider(caller, Samples.LETTER, STEPS, i);
        pages.add(page);
        moves.add(threads.submit(() -> page.move(20)));
      }
      assertThat(caller.get("/v1/datasets").status()).isEqualTo(200);
      assertThat(service.post("/v1/allocations", Samples.THREE_PLACES).status()).isEqualTo(201);
      for (Future<List<String>> move : moves) {
        assertThat(move.get()).isEmpty();
      }
      threads.shutdown();
      for (MovingSlider page : pages) {
        assertThat(page.answered()).isSorted().doesNotHaveDuplicates().endsWith(STEPS - 1);
      }
      assertThat(pages.stream().mapToInt(MovingSlider::refused).sum()).isPositive();
    }
  }
}
