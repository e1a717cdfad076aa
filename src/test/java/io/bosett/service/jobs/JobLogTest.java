package io.bosett.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers of the log are those of {@link String#format}, which takes longer. */
final class JobLogTest {
  private static final long SEED = 17;

  @Test
  void persons_have_six_digits_after_the_point() {
    Random random = new Random(SEED);
    assertThat(JobLog.persons(0)).isEqualTo("0.000000");
    assertThat(JobLog.persons(-1)).isEqualTo("-0.000001");
    for (int i = 0; i < 1_000; i++) {
      long millionths = random.nextLong() >> (14 + random.nextInt(50));
      assertThat(JobLog.persons(millionths))
          .as("seed %d", SEED)
          .isEqualTo(String.format(Locale.ROOT, "%.6f", millionths / 1e6));
    }
  }

  @Test
  void seconds_are_rounded_to_six_digits_after_the_point() {
    Random random = new Random(SEED);
    assertThat(JobLog.seconds(0)).isEqualTo("0.000000 s");
    for (int i = 0; i < 1_000; i++) {
      double seconds = random.nextDouble() * Math.pow(10, random.nextInt(12) - 8);
      assertThat(JobLog.seconds(seconds))
          .as("seed %d", SEED)
          .isEqualTo(String.format(Locale.ROOT, "%.6f s", seconds));
    }
  }
}
