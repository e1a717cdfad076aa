package io.bosett.cli.table;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats numbers for people, independently of the locale. */
public final class NumberText {
  private static final int UNIT_DIGITS = 6;

  private NumberText() {}

  /** With a fixed number of digits after the point. */
  public static String decimal(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** Persons, converted exactly from millionths of a person. */
  public static String persons(@Nullable Long units) {
    return units == null
        ? "not known"
        : String.format(Locale.ROOT, "%,.6f", BigDecimal.valueOf(units, UNIT_DIGITS));
  }

  /** Seconds with a useful number of digits. */
  static String seconds(double seconds) {
    return decimal(seconds, seconds < 1 ? 4 : 2) + " s";
  }
}
