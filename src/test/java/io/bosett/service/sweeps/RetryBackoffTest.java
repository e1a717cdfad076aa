package io.bosett.service.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long a sweep waits for room. */
final class RetryBackoffTest {
  @Test
  void the_usual_pauses_double_from_two_seconds_and_end_after_four_minutes() {
    List<Duration> pauses = new ArrayList<>();
    @Nullable Duration pause = RetryBackoff.USUAL.after(null);
    while (pause != null) {
      pauses.add(pause);
      pause = RetryBackoff.USUAL.after(pause);
    }
    assertThat(pauses)
        .extracting(Duration::toSeconds)
        .containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 128L);
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofSeconds(254));
  }
}
