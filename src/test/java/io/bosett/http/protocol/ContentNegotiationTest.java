package io.bosett.http.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.http.ops.JobTimeEstimate;
import io.bosett.http.ops.Metrics;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the headers mean by which callers say what they prefer. */
final class ContentNegotiationTest {
  private static final List<String> OFFERED =
      List.of("application/json", "text/csv", "application/geo+json");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|application/json",
        "*/*|application/json",
        "text/csv|text/csv",
        "TEXT/CSV; charset=utf-8|text/csv",
        "text/*|text/csv",
        "text/csv, application/json|application/json",
        "text/csv;q=0.9, application/json;q=0.8|text/csv",
        "application/json;q=0, */*|text/csv",
        "*/*;q=0.1, application/geo+json|application/geo+json",
        "application/*;q=0.5, application/json;q=0.1|application/geo+json",
        "*/*;q=0.9, application/*;q=0.2|text/csv",
        "application/*;q=0.9, application/json;q=0.2|application/geo+json",
        "nonsense, text/csv|text/csv"
      })
  void the_best_liked_type_is_written(String accept, String best) {
    assertThat(ContentNegotiation.best(accept, OFFERED)).isEqualTo(best);
  }

  @ParameterizedTest
  @CsvSource({"text/html", "*/*;q=0", "text/csv;q=0", "text/csv;q=x", "nonsense", "image/*"})
  void none_is_written_when_none_is_liked(String accept) {
    assertThat(ContentNegotiation.best(accept, OFFERED)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|10|''",
        "wait=5|5|wait=5",
        "wait=500|60|wait=60",
        "wait=0|0|wait=0",
        "respond-async|0|respond-async",
        "respond-async, wait=20|0|respond-async",
        "wait=20, respond-async|0|respond-async",
        "wait=x|10|''",
        "wait=-1|10|''",
        "return=minimal, wait=7|7|wait=7",
        "WAIT=\"8\"; a=b|8|wait=8",
        "wait=3, wait=4|3|wait=3",
        "wait=99999999999|60|wait=60"
      })
  void callers_say_how_long_they_wait(String header, int seconds, String applied) {
    PreferHeader preferHeader =
        PreferHeader.of(header, Duration.ofSeconds(10), Duration.ofSeconds(60));
    assertThat(preferHeader).isEqualTo(new PreferHeader(Duration.ofSeconds(seconds), applied));
  }

  @Test
  void who_waits_behind_many_is_told_to_come_later() {
    try (Metrics metrics = new Metrics()) {
      JobTimeEstimate jobTimeEstimate = new JobTimeEstimate(metrics::solve, 2);
      assertThat(jobTimeEstimate.untilHalfOf(0)).isLessThan(Duration.ofSeconds(2));
      assertThat(jobTimeEstimate.untilHalfOf(1_000)).isEqualTo(Duration.ofSeconds(25));
      assertThat(jobTimeEstimate.untilHalfOf(1_000_000)).isEqualTo(Duration.ofSeconds(60));
    }
  }
}
