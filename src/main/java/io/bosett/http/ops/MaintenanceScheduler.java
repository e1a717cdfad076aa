package io.bosett.http.ops;

import io.bosett.common.DaemonThreads;
import io.bosett.http.settings.ServerSettings;
import io.bosett.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done from time to time: signs of life to readers, old allocations deleted. */
public final class MaintenanceScheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MaintenanceScheduler.class);

  private final Store store;
  private final Clock clock;
  private final ServerSettings settings;
  private final Runnable beat;

  /** One for each chore, so that long deletions keep no sign of life back. */
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(2, DaemonThreads.named("chores"));

  /**
   * @param clock tells which allocations have become old
   * @param beat shows readers that their connections live
   */
  public MaintenanceScheduler(Store store, Clock clock, ServerSettings settings, Runnable beat) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
    this.beat = beat;
  }

  public void begin() {
    every(settings.heartbeat(), beat);
    Duration keep = settings.keep();
    if (keep != null) {
      every(Duration.ofHours(1), () -> deleteOlderThan(keep));
    }
  }

  /** What fails once, whatever the failure, is tried again the next time. */
  void every(Duration time, Runnable chore) {
    Runnable safely =
        () -> {
          try {
            chore.run();
          } catch (RuntimeException | Error e) {
            LOG.atWarn().setCause(e).log("a chore failed");
          }
        };
    threads.scheduleWithFixedDelay(safely, 0, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** In batches, each a transaction of its own; see there. */
  private void deleteOlderThan(Duration keep) {
    int deleted = store.allocations().deleteEndedBefore(clock.instant().minus(keep));
    if (deleted > 0) {
      LOG.atInfo().addKeyValue("deleted", deleted).log("old allocations");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
