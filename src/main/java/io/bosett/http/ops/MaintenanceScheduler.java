package io.bosett.http.ops;

import io.bosett.common.DaemonThreads;
import io.bosett.http.settings.ServerSettings;
import io.bosett.store.JobKind;
import io.bosett.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs periodic maintenance: heartbeats to readers of events, and retention, the deletion of old
 * jobs.
 */
public final class MaintenanceScheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MaintenanceScheduler.class);

  private final Store store;
  private final Clock clock;
  private final ServerSettings settings;
  private final Runnable heartbeat;
  private final Runnable files;

  /** One thread for each task, so that a long deletion delays no heartbeat. */
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(2, DaemonThreads.named("maintenance"));

  /**
   * @param clock decides which jobs are past retention
   * @param heartbeat sends a heartbeat to every reader of events
   * @param files deletes what is kept in files for jobs that are kept no longer
   */
  public MaintenanceScheduler(
      Store store, Clock clock, ServerSettings settings, Runnable heartbeat, Runnable files) {
    this.files = files;
    this.store = store;
    this.clock = clock;
    this.settings = settings;
    this.heartbeat = heartbeat;
  }

  /** Starts the periodic tasks. */
  public void begin() {
    every(settings.timeouts().heartbeat(), heartbeat);
    Duration keep = settings.keep();
    every(
        Duration.ofHours(1),
        () -> {
          if (keep != null) {
            deleteOlderThan(keep);
          }
          files.run();
        });
  }

  /**
   * Runs a task periodically; a failure of any kind is logged and the task runs again at its next
   * time.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // a task catches what it throws
  void every(Duration time, Runnable task) {
    Runnable safely =
        () -> {
          try {
            task.run();
          } catch (RuntimeException | Error e) {
            tell(e);
          }
        };
    threads.scheduleWithFixedDelay(safely, 0, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A task that throws would never run again, and even a log line may fail. */
  private static void tell(Throwable failure) {
    try {
      LOG.atWarn().setCause(failure).log("a maintenance task failed");
    } catch (RuntimeException | Error e) {
      // There is nowhere left to say it.
    }
  }

  /** Deletes in batches, each its own transaction. */
  private void deleteOlderThan(Duration keep) {
    Instant time = clock.instant().minus(keep);
    for (JobKind kind : JobKind.values()) {
      int deleted = store.jobs(kind).deleteEndedBefore(time);
      if (deleted > 0) {
        LOG.atInfo().addKeyValue("deleted", deleted).log("old {} deleted", kind.plural());
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
