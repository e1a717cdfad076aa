package io.bosett.documents.csv;

import org.jspecify.annotations.Nullable;

/** The syntax of a dataset's cells in text files. */
public final class CellText {
  /** Marks a suppressed cell: at least one person, number unknown. */
  public static final String SUPPRESSED = "s";

  /** Marks a missing value as R writes it, beside nothing at all. */
  public static final String MISSING = "NA";

  /** The limit below which every whole number is a double. */
  private static final long EXACT = 1L << 53;

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16
  };

  private static final int LONGEST_YEAR = 4;
  private static final int LAST_YEAR = 9_999;

  private CellText() {}

  /**
   * The year, or null when the text is not one from 0 to 9999 without leading zeros. A column of
   * years that other programs take for one of numbers has {@code 2018.0} or {@code 2e+03}.
   */
  public static @Nullable Integer year(String text) {
    int length = text.length();
    if (length == 0 || (length > 1 && text.charAt(0) == '0' && text.charAt(1) != '.')) {
      return null;
    }
    int year = 0;
    for (int i = 0; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i == LONGEST_YEAR) {
        return yearOf(number(text));
      }
      year = 10 * year + digit;
    }
    return year;
  }

  private static @Nullable Integer yearOf(double number) {
    int year = (int) number;
    return year == number && year >= 0 && year <= LAST_YEAR ? (Integer) year : null;
  }

  /**
   * The number, or NaN when the text is not one: digits, a point, an exponent, a sign in front. Up
   * to 16 digits without exponent are parsed in one pass: a whole number below 2<sup>53</sup>
   * divided by a power of ten that is itself a double is correctly rounded (Clinger 1990).
   */
  public static double number(String text) {
    int length = text.length();
    int i = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    long digits = 0;
    int point = -1;
    boolean plain = length - i > 0 && length - i <= 17;
    for (int at = i; at < length && plain; at++) {
      char c = text.charAt(at);
      if (c == '.' && point < 0) {
        point = at;
      } else if (c >= '0' && c <= '9') {
        digits = 10 * digits + (c - '0');
      } else {
        plain = false;
      }
    }
    boolean inside = point < 0 || (point > i && point < length - 1);
    if (!plain || !inside || digits >= EXACT) {
      return slowly(text);
    }
    double size = point < 0 ? digits : digits / POWERS[length - 1 - point];
    return i == 1 ? 0 - size : size;
  }

  private static double slowly(String text) {
    return isNumber(text) ? Double.parseDouble(text) + 0.0 : Double.NaN;
  }

  private static boolean isNumber(String text) {
    int i = digits(text, text.startsWith("-") ? 1 : 0);
    if (i < 0) {
      return false;
    }
    if (i < text.length() && text.charAt(i) == '.') {
      i = digits(text, i + 1);
    }
    if (i >= 0 && i < text.length() && (text.charAt(i) | 0x20) == 'e') {
      boolean signed = i + 1 < text.length() && "+-".indexOf(text.charAt(i + 1)) >= 0;
      i = digits(text, signed ? i + 2 : i + 1);
    }
    return i == text.length();
  }

  /** The index after at least one digit, or -1. */
  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i == from ? -1 : i;
  }
}
