package io.bosett.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Phrases with numbers in plain English, independent of the locale. */
public final class CountPhrases {
  private CountPhrases() {}

  /** A whole number with a comma before every three digits: 4,400. */
  public static String count(long value) {
    String digits = Long.toString(value);
    int sign = value < 0 ? 1 : 0;
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > sign; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** A number with so many decimals and a comma before every three digits of its whole part. */
  public static String decimal(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "not known" : value > 0 ? "infinite" : "-infinite";
    }
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    BigDecimal whole = rounded.abs().setScale(0, RoundingMode.DOWN);
    String fraction = rounded.abs().subtract(whole).toPlainString();
    String sign = rounded.signum() < 0 ? "-" : "";
    String point = decimals == 0 ? "" : fraction.substring(fraction.indexOf('.'));
    return sign + count(whole.longValueExact()) + point;
  }

  /** A decimal as written, without exponent or trailing zeros: 0.75. */
  public static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.signum() == 0 ? "0" : stripped.toPlainString();
  }

  public static String persons(long value) {
    return of(value, "person", "persons");
  }

  public static String minors(long value) {
    return of(value, "minor", "minors");
  }

  public static String places(long value) {
    return of(value, "municipality", "municipalities");
  }

  public static String candidates(long value) {
    return of(value, "candidate", "candidates");
  }

  /** A number of things. */
  public static String of(long value, String one, String many) {
    return count(value) + " " + form(value, one, many);
  }

  /** The form of a word that agrees with a number, singular or plural: "is" or "are". */
  public static String form(long value, String one, String many) {
    return value == 1 ? one : many;
  }
}
