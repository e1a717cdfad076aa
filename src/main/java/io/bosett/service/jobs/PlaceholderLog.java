package io.bosett.service.jobs;

import io.bosett.store.JobState;
import io.bosett.store.KeptAllocation;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** What the record says of an allocation whose solve has said nothing yet, or never began. */
public final class PlaceholderLog {
  private PlaceholderLog() {}

  /** One line each for what happened, in the manner of the log of a solve. */
  public static String of(KeptAllocation allocation) {
    SolveLog log = new SolveLog(Clock.systemUTC());
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
