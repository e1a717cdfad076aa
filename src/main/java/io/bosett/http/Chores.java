package io.bosett.http;

import io.bosett.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done from time to time: signs of life to readers, old allocations deleted. */
final class Chores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

  private final Store store;
  private final EventsResource events;
  private final ServerSettings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "chores");
            made.setDaemon(true);
            return made;
          });

  Chores(Store store, EventsResource events, ServerSettings settings) {
    this.store = store;
    this.events = events;
    this.settings = settings;
  }

  void begin() {
    every(settings.heartbeat(), events::beat);
    Duration keep = settings.keep();
    if (keep != null) {
      every(Duration.ofHours(1), () -> deleteOlderThan(keep));
    }
  }

  /** What fails once is tried again the next time. */
  private void every(Duration time, Runnable chore) {
    Runnable safely =
        () -> {
          try {
            chore.run();
          } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("a chore failed");
          }
        };
    thread.scheduleWithFixedDelay(safely, 0, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void deleteOlderThan(Duration keep) {
    int deleted = store.allocations().deleteEndedBefore(Instant.now().minus(keep));
    if (deleted > 0) {
      LOG.atInfo().addKeyValue("deleted", deleted).log("old allocations");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
