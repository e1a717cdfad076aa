package io.bosett.http.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Wrong keys are bounded for each address, and do not fill the log. */
final class FailedKeysTest {
  private static final int MOST = 20;

  private final Logger log = (Logger) LoggerFactory.getLogger(FailedKeys.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private long now = Long.MAX_VALUE - 5; // the clock may overflow
  private final FailedKeys failedKeys = new FailedKeys(MOST, () -> now);

  @BeforeEach
  void listen() {
    lines.start();
    log.setLevel(Level.INFO);
    log.addAppender(lines);
  }

  @AfterEach
  void listenNoMore() {
    log.setLevel(null);
    log.detachAppender(lines);
  }

  private void exhaust(String address) {
    for (int i = 0; i < MOST; i++) {
      assertThat(failedKeys.count(address)).isZero();
    }
  }

  @Test
  void so_many_are_answered_and_then_one_in_each_share_of_a_minute() {
    exhaust("10.0.0.1");
    assertThat(failedKeys.count("10.0.0.1")).isEqualTo(3);
    now += TimeUnit.SECONDS.toNanos(2);
    assertThat(failedKeys.count("10.0.0.1")).isEqualTo(1);
    now += TimeUnit.SECONDS.toNanos(1);
    assertThat(failedKeys.count("10.0.0.1")).isZero();
    assertThat(failedKeys.count("10.0.0.1")).isEqualTo(3);
  }

  @Test
  void the_wait_is_told_in_whole_seconds_that_are_never_too_few() {
    exhaust("10.0.0.1");
    now += TimeUnit.MILLISECONDS.toNanos(500);
    assertThat(failedKeys.count("10.0.0.1")).isEqualTo(3);
    now += TimeUnit.MILLISECONDS.toNanos(2_499);
    assertThat(failedKeys.count("10.0.0.1")).isEqualTo(1);
    now += TimeUnit.MILLISECONDS.toNanos(1);
    assertThat(failedKeys.count("10.0.0.1")).isZero();
  }

  @Test
  void after_a_minute_as_many_again() {
    exhaust("10.0.0.1");
    now += TimeUnit.HOURS.toNanos(1);
    exhaust("10.0.0.1");
    assertThat(failedKeys.count("10.0.0.1")).isPositive();
  }

  @Test
  void an_address_has_a_limit_of_its_own_and_a_network_of_ipv6_one() {
    exhaust("10.0.0.1");
    assertThat(failedKeys.count("10.0.0.2")).isZero();
    exhaust("2001:db8::1");
    assertThat(failedKeys.count("2001:db8::ffff:1")).isPositive();
    assertThat(failedKeys.count("2001:db8:0:1::1")).isZero();
  }

  @Test
  void refused_ones_are_told_once_a_minute_with_their_number() {
    exhaust("10.0.0.1");
    assertThat(lines.list).isEmpty();
    for (int i = 0; i < 1_000; i++) {
      failedKeys.count("10.0.0.1");
    }
    assertThat(lines.list).hasSize(1);
    now += TimeUnit.MINUTES.toNanos(1);
    exhaust("10.0.0.1");
    failedKeys.count("10.0.0.1");
    assertThat(lines.list).hasSize(2);
    List<String> said = lines.list.stream().map(line -> "" + line.getKeyValuePairs()).toList();
    assertThat(said.get(0)).contains("10.0.0.1", "\"1\"");
    assertThat(said.get(1)).contains("\"1000\"");
  }

  @Test
  void addresses_beyond_memory_are_forgotten() {
    exhaust("10.0.0.1");
    for (int i = 0; i < 20_000; i++) {
      failedKeys.count("11.0." + i / 250 + "." + i % 250);
    }
    assertThat(failedKeys.count("10.0.0.1")).isZero();
  }

  /** Else somebody with many addresses would free the one that is limited. */
  @Test
  void an_address_that_goes_on_is_not_forgotten_for_others() {
    exhaust("10.0.0.1");
    for (int i = 0; i < 20_000; i++) {
      failedKeys.count("11.0." + i / 250 + "." + i % 250);
      if (i % 1_000 == 0) {
        assertThat(failedKeys.count("10.0.0.1")).as("after %d others", i).isPositive();
      }
    }
  }
}
