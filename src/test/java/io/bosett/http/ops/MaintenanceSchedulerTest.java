package io.bosett.http.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.http.Reply;
import io.bosett.http.Running;
import io.bosett.http.Samples;
import io.bosett.http.settings.ServerSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done from time to time. */
@Tag("slow")
final class MaintenanceSchedulerTest {
  private static final Duration OFTEN = Duration.ofMillis(5);

  private static boolean isReached(CountDownLatch latch) throws InterruptedException {
    return latch.await(Running.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void a_task_that_fails_is_done_again_whatever_the_failure() throws InterruptedException {
    try (Running service = Running.start();
        MaintenanceScheduler maintenanceScheduler =
            new MaintenanceScheduler(
                service.store, Clock.systemUTC(), Running.SETTINGS, () -> {}, () -> {})) {
      CountDownLatch times = new CountDownLatch(6);
      maintenanceScheduler.every(
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
  void a_long_task_does_not_keep_the_signs_of_life_back() throws InterruptedException {
    CountDownLatch heartbeats = new CountDownLatch(10);
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    ServerSettings quick =
        Running.SETTINGS.withTimes(Duration.ofSeconds(5), OFTEN, Duration.ofSeconds(5));
    try (Running service = Running.start();
        MaintenanceScheduler maintenanceScheduler =
            new MaintenanceScheduler(
                service.store,
                Clock.systemUTC(),
                quick,
                () -> {
                  if (begun.getCount() == 0) {
                    heartbeats.countDown();
                  }
                },
                () -> {})) {
      maintenanceScheduler.every(
          OFTEN,
          () -> {
            begun.countDown();
            awaitQuietly(end);
          });
      maintenanceScheduler.begin();
      assertThat(isReached(heartbeats)).isTrue();
    }
  }

  @Test
  void what_ended_long_ago_is_deleted_and_what_ended_lately_stays() {
    Duration month = Duration.ofDays(30);
    Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
    Clock later = Clock.offset(Clock.systemUTC(), month.plusDays(1));
    try (Running service = Running.start()) {
      Reply made = service.post("/v1/allocations", Samples.THREE_PLACES, "Prefer", "wait=30");
      String path = made.is(201).header("Location");
      CountDownLatch looked = new CountDownLatch(20);
      try (MaintenanceScheduler maintenanceScheduler = maintenance(service, tomorrow, month)) {
        maintenanceScheduler.begin();
        maintenanceScheduler.every(OFTEN, looked::countDown);
        assertThat(isReached(looked)).isTrue();
        service.get(path).is(200);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      try (MaintenanceScheduler maintenanceScheduler = maintenance(service, later, month)) {
        maintenanceScheduler.begin();
        await().atMost(Running.PATIENCE).until(() -> service.get(path).status() == 404);
      }
    }
  }

  private static MaintenanceScheduler maintenance(Running service, Clock clock, Duration keep) {
    return new MaintenanceScheduler(
        service.store, clock, Running.SETTINGS.keeping(keep), () -> {}, () -> {});
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
