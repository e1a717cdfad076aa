package io.bosett.service.jobs;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The log of one job, one line for each entry with the time in UTC. The number of progress lines is
 * limited. Thread-safe.
 */
public final class JobLog {
  private static final int MOST_PROGRESS_LINES = 500;
  private static final double MILLIONTHS = 1e6;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Clock clock;
  private final StringBuilder lines = new StringBuilder();
  private int progressLines;

  JobLog(Clock clock) {
    this.clock = clock;
  }

  /** Adds a line now. */
  public void add(String text) {
    add(clock.instant(), text);
  }

  synchronized void add(Instant time, String text) {
    lines.append(TIME.format(time)).append(' ').append(text.strip()).append('\n');
  }

  /** Logs the incumbent's objective and the bound, in 10<sup>-6</sup> person. */
  synchronized void progress(@Nullable Long objective, @Nullable Long bound) {
    progressLines++;
    if (progressLines > MOST_PROGRESS_LINES) {
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append(objective == null ? "nothing found yet" : "found " + persons(objective));
    if (bound != null) {
      text.append(", bound ").append(persons(bound));
    }
    if (objective != null && bound != null) {
      text.append(", gap ").append(persons(bound - objective));
    }
    add(text.toString());
  }

  static String persons(long millionths) {
    return String.format(Locale.ROOT, "%.6f", millionths / MILLIONTHS);
  }

  /** All lines so far. */
  public synchronized String text() {
    int unsaid = progressLines - MOST_PROGRESS_LINES;
    return unsaid <= 0
        ? lines.toString()
        : lines + "(" + unsaid + " more lines on progress are left out)\n";
  }
}
