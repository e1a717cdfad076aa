package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.http.resource.PreviewBulkhead;
import io.bosett.service.sweeps.SweepSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A sweep of a service pauses after each point while somebody waits for a solve. How long the
 * pauses take together is a lower bound of its time on any machine.
 */
@Tag("slow")
final class SweepsGiveWayTest {
  private static final int POINTS = 100;
  private static final int LEAST_PAUSE_MILLIS = 15;

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_sweep_gives_way_to_a_preview() {
    PreviewBulkhead previews = service.server().previews();
    assertThat(previews.areTaken()).isFalse();
    service.post("/v1/previews", Samples.THREE_PLACES).is(200);
    assertThat(previews.areTaken()).as("after a preview").isFalse();
    assertThat(previews.enter()).isTrue();
    try {
      assertThat(previews.areTaken()).isTrue();
      assertThat(millisOfSweep()).isGreaterThanOrEqualTo(pauses());
    } finally {
      previews.leave();
    }
  }

  @Test
  void a_sweep_gives_way_to_a_solve() {
    String solve =
        service
            .post("/v1/allocations", Samples.endless(), "Prefer", "respond-async")
            .is(202)
            .header("Location");
    await().atMost(Running.PATIENCE).until(() -> service.get(solve).at("/state").equals("RUNNING"));
    long millis = millisOfSweep();
    assertThat(service.get(solve).at("/state")).isEqualTo("RUNNING");
    assertThat(millis).isGreaterThanOrEqualTo(pauses());
    service.post(solve + "/cancel", "").is(202);
  }

  private static long pauses() {
    return (long) POINTS / SweepSettings.in(Path.of("")).threads() * LEAST_PAUSE_MILLIS;
  }

  private static long millisOfSweep() {
    String sweep =
        """
        {"scenario": %s, "draws": {"count": %d, "seed": 1, "axes": [
          {"name": "demand", "at": "/demand/persons", "between": [10, 30]}]}}
        """
            .formatted(Samples.THREE_PLACES, POINTS);
    long begun = System.nanoTime();
    Reply reply = service.post("/v1/sweeps", sweep, "Prefer", "wait=25").is(201);
    assertThat(reply.at("/state")).isEqualTo("SUCCEEDED");
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
