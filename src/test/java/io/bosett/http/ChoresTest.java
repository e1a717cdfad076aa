package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is done from time to time. */
final class ChoresTest {
  private static final Duration OFTEN = Duration.ofMillis(5);

  private static boolean isReached(CountDownLatch latch) throws InterruptedException {
    return latch.await(Running.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void a_chore_that_fails_is_done_again_whatever_the_failure() throws InterruptedException {
    try (Running service = Running.start();
        Chores chores = new Chores(service.store, Running.SETTINGS, () -> {})) {
      CountDownLatch times = new CountDownLatch(6);
      chores.every(
          OFTEN,
          () -> {
            times.countDown();
            if (times.getCount() % 2 == 0) {
              throw new AssertionError("an error, as a test makes it");
            }
            throw new IllegalStateException("a failure, as a test makes it");
          });
      assertThat(isReached(times)).isTrue();
    }
  }

  @Test
  void a_long_chore_does_not_keep_the_signs_of_life_back() throws InterruptedException {
    CountDownLatch beats = new CountDownLatch(10);
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    ServerSettings quick =
        Running.SETTINGS.withTimes(Duration.ofSeconds(5), OFTEN, Duration.ofSeconds(5));
    try (Running service = Running.start();
        Chores chores =
            new Chores(
                service.store,
                quick,
                () -> {
                  if (begun.getCount() == 0) {
                    beats.countDown();
                  }
                })) {
      chores.every(
          OFTEN,
          () -> {
            begun.countDown();
            awaitQuietly(end);
          });
      chores.begin();
      assertThat(isReached(beats)).isTrue();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
