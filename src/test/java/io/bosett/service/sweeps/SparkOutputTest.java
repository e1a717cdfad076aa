package io.bosett.service.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a job of Spark says, of which the service tells the reason of a failure. */
final class SparkOutputTest {
  @Test
  void lines_on_progress_are_logged_and_no_reason() {
    SparkOutput output = new SparkOutput();
    assertThat(output.add("bosett: 1,000 of 2,000 parts are there")).isTrue();
    assertThat(output.add("bosett: 50 of 240 points are there, 5 a second, about 38 s left"))
        .isTrue();
    assertThat(output.reason()).isEqualTo("it said nothing");
    assertThat(output.add("bosett: the disk is full")).isTrue();
    assertThat(output.add("bosett: 60 of 240 points are there")).isTrue();
    assertThat(output.reason()).isEqualTo("the disk is full");
  }
}
