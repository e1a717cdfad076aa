package io.bosett.files;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of a JSON document, read from their text. */
final class Numbers {
  /** The most digits of a decimal, and the largest exponent of ten. */
  static final int MOST_DIGITS = 40;

  private static final Pattern PARTS = Pattern.compile("-?([0-9.]+)(?:[eE]([+-]?[0-9]+))?");

  private Numbers() {}

  static @Nullable Long whole(Cursor at, long least, long most) {
    String range = least + ".." + most;
    if (!(at.value() instanceof JsonValue.Number number)) {
      kind(at, "a whole number", range);
      return null;
    }
    if (!number.whole()) {
      at.fault("is " + number.describe() + ", not written as a whole number", range);
      return null;
    }
    Long value = parse(number.text());
    if (value == null || value < least || value > most) {
      at.fault("is " + number.describe(), range);
      return null;
    }
    return value;
  }

  private static @Nullable Long parse(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException tooLong) {
      return null;
    }
  }

  static @Nullable Double number(Cursor at, double least, double most) {
    String range = range(least, most);
    if (!(at.value() instanceof JsonValue.Number number)) {
      kind(at, "a number", range);
      return null;
    }
    double value = Double.parseDouble(number.text()) + 0.0;
    if (!(least <= value && value <= most) || Double.isInfinite(value)) {
      at.fault("is " + number.describe(), range);
      return null;
    }
    return value;
  }

  private static String range(double least, double most) {
    return Double.isInfinite(least) || most == Double.MAX_VALUE
        ? "a number of at most 1.79e308 in size"
        : Decimals.exact(least) + ".." + Decimals.exact(most);
  }

  static @Nullable BigDecimal decimal(Cursor at, BigDecimal least, BigDecimal most) {
    String range = least.toPlainString() + ".." + most.toPlainString();
    if (!(at.value() instanceof JsonValue.Number number)) {
      kind(at, "a number", range);
      return null;
    }
    if (isTooLong(number.text())) {
      String limit = MOST_DIGITS + " digits and an exponent within " + MOST_DIGITS;
      at.fault("is " + number.describe() + ", too long to be kept exactly", range + ", " + limit);
      return null;
    }
    BigDecimal value = new BigDecimal(number.text());
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      at.fault("is " + number.describe(), range);
      return null;
    }
    return value;
  }

  /** Looks at the text alone: a number with a huge exponent must never become a decimal. */
  private static boolean isTooLong(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return true;
    }
    String exponent = parts.group(2);
    boolean far =
        exponent != null
            && (exponent.length() > 4 || Math.abs(Integer.parseInt(exponent)) > MOST_DIGITS);
    return far || parts.group(1).length() > MOST_DIGITS + 1;
  }

  private static void kind(Cursor at, String expected, String range) {
    JsonValue value = at.value();
    if (value != null) {
      at.fault("is " + value.describe() + ", not " + expected, range);
    }
  }
}
