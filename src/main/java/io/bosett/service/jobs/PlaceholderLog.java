package io.bosett.service.jobs;

import io.bosett.store.JobState;
import io.bosett.store.KeptJob;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** The solver log shown for an allocation that has none yet, made from its timestamps. */
public final class PlaceholderLog {
  private PlaceholderLog() {}

  /** One line for each thing that happened, in the format of a solver log. */
  public static String of(KeptJob allocation) {
    JobLog log = new JobLog(Clock.systemUTC());
    log.add(allocation.createdAt(), "submitted");
    Instant started = allocation.startedAt();
    if (started != null) {
      log.add(started, "claimed, attempt " + allocation.attempt());
    }
    Instant ended = allocation.endedAt();
    if (ended != null) {
      log.add(ended, words(allocation.state()));
    }
    return log.text();
  }

  private static String words(JobState state) {
    return state == JobState.CANCELED
        ? "canceled, without a result"
        : state.name().toLowerCase(Locale.ROOT);
  }
}
