package io.bosett.service.jobs;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
  private static final int DIGITS = 6;
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
    return BigDecimal.valueOf(millionths, DIGITS).toPlainString();
  }

  /** With six digits after the point, halves rounded up. */
  static String seconds(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).toPlainString() + " s";
  }

  /** All lines so far. */
  public synchronized String text() {
    int unsaid = progressLines - MOST_PROGRESS_LINES;
    return unsaid <= 0
        ? lines.toString()
        : lines + "(" + unsaid + " more lines on progress are left out)\n";
  }
}
