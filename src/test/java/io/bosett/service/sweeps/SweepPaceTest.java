package io.bosett.service.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.JobProgress;
import org.junit.jupiter.api.Test;

/** The pace of a sweep that had 3,000 points when it began, 4 s after its job did. */
final class SweepPaceTest {
  private static final SweepPace PACE = new SweepPace(3_000, 4_000);

  private static JobProgress progress(long done, long millis) {
    return new JobProgress(1, null, null, done, 10_000, millis);
  }

  @Test
  void neither_the_points_before_nor_the_time_of_the_pilot_count() {
    assertThat(PACE.pointsPerSecond(progress(5_000, 6_000))).isEqualTo(1_000);
    assertThat(PACE.secondsLeft(progress(5_000, 6_000))).isEqualTo(5);
    assertThat(PACE.secondsLeft(progress(10_000, 9_000))).isZero();
  }

  @Test
  void before_the_first_point_there_is_none() {
    assertThat(PACE.pointsPerSecond(progress(3_000, 5_000))).isNull();
    assertThat(PACE.pointsPerSecond(progress(3_001, 4_000))).isNull();
    assertThat(PACE.secondsLeft(progress(3_000, 5_000))).isNull();
  }
}
