package io.bosett.service.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.JobProgress;
import org.junit.jupiter.api.Test;

/** The pace of a sweep that had 3,000 points when it began, 4 s after its job did. */
final class SweepTimeEstimateTest {
  private static final SweepTimeEstimate ESTIMATE = new SweepTimeEstimate(3_000, 4_000);

  private static JobProgress progress(long done, long millis) {
    return new JobProgress(1, null, null, done, 10_000, millis);
  }

  @Test
  void neither_the_points_before_nor_the_time_before_count() {
    assertThat(ESTIMATE.pointsPerSecond(progress(5_000, 6_000))).isEqualTo(1_000);
    assertThat(ESTIMATE.secondsLeft(progress(5_000, 6_000))).isEqualTo(5);
    assertThat(ESTIMATE.secondsLeft(progress(10_000, 9_000))).isZero();
  }

  @Test
  void before_the_first_point_there_is_none() {
    assertThat(ESTIMATE.pointsPerSecond(progress(3_000, 5_000))).isNull();
    assertThat(ESTIMATE.pointsPerSecond(progress(3_001, 4_000))).isNull();
    assertThat(ESTIMATE.secondsLeft(progress(3_000, 5_000))).isNull();
  }
}
