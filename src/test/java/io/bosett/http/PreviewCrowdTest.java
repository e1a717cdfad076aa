package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.faults.Caller;
import io.bosett.faults.SliderPage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Pages whose sliders move at once; {@code benchmark previews} has the large version. */
final class PreviewCrowdTest {
  private static final int PAGES = 10;

  @Test
  void each_page_keeps_its_order_slows_down_when_told_and_others_are_answered() throws Exception {
    try (Running service = Running.start(Running.SETTINGS.withPreviews(Duration.ofSeconds(5), 2))) {
      Caller caller = new Caller(URI.create("http://127.0.0.1:" + service.port()));
      ExecutorService threads = Executors.newFixedThreadPool(PAGES);
      List<Future<SliderPage.Seen>> moving = new ArrayList<>();
      for (int i = 0; i < PAGES; i++) {
        SliderPage page = new SliderPage(caller, new SplittableRandom(i), Duration.ofMillis(20));
        moving.add(threads.submit(() -> page.run(Duration.ofSeconds(1))));
      }
      service.post("/v1/allocations", Samples.THREE_PLACES).is(201);
      service.get("/v1/datasets").is(200);
      int refused = 0;
      for (Future<SliderPage.Seen> page : moving) {
        SliderPage.Seen seen = page.get();
        assertThat(seen.faults()).isEmpty();
        assertThat(seen.millis()).isNotEmpty();
        refused += seen.refused();
      }
      threads.shutdown();
      assertThat(refused).isPositive();
    }
  }
}
