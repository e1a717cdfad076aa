package io.bosett.http.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a caller wants to wait. */
final class PreferHeaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=30|30|wait=30",
        "wait=61|60|wait=60",
        "wait=99999999|60|wait=60",
        "wait=99999999999999999999999999999|60|wait=60",
        "Wait = \"007\" ; x=y|7|wait=7",
        "wait=0|0|wait=0",
        "wait=-1|10|''",
        "wait=x|10|''",
        "wait=|10|''",
        "''|10|''",
        "wait=5, wait=9|5|wait=5",
        "wait=9, respond-async|0|respond-async",
        "foo, wait=9|9|wait=9",
        "foo=\",respond-async,\"|10|''",
        "foo=\",respond-async,\", wait=3|3|wait=3",
        "foo=\"a\\\",wait=4,\"|10|''",
        "foo=\"a\\\\\",wait=4|4|wait=4",
        "foo;bar=\",wait=4\"|10|''",
        "wait=\"5|10|''",
        "wait=5\"|10|''",
        "respond-async, foo=\"|10|''",
        ",, ,wait=5,,|5|wait=5",
      })
  void a_preference_counts_up_to_the_limit(String header, int seconds, String applied) {
    PreferHeader read = PreferHeader.of(header, Duration.ofSeconds(10), Duration.ofSeconds(60));
    assertThat(read.longestWait()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(read.applied()).isEqualTo(applied);
  }
}
