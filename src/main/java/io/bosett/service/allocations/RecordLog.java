package io.bosett.service.allocations;

import io.bosett.store.KeptAllocation;
import io.bosett.store.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** What the record says of an allocation whose solve has said nothing yet, or never began. */
public final class RecordLog {
  private RecordLog() {}

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

  private static String words(State state) {
    return state == State.CANCELED
        ? "canceled, without a result"
        : state.name().toLowerCase(Locale.ROOT);
  }
}
