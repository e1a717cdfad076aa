package io.bosett.sweep.report;

import io.bosett.documents.text.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The words and numbers of a report in one language. */
final class SweepReportWords {
  /** The languages. */
  static final List<String> TAGS = Language.tags();

  private final String tag;
  private final Properties words = new Properties();
  private final DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);

  SweepReportWords(String tag) {
    this.tag = tag;
    boolean english = tag.equals("en");
    symbols.setDecimalSeparator(english ? '.' : ',');
    symbols.setGroupingSeparator(english ? ',' : '\u00a0');
    symbols.setMinusSign('\u2212');
    try (Reader in =
        new InputStreamReader(
            SweepReportWords.class.getResourceAsStream("/words/sweep_" + tag + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tag of the language. */
  String tag() {
    return tag;
  }

  /** A text, for HTML. */
  String say(String key) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("there are no words for " + key + " in " + tag);
    }
    return html(text);
  }

  /** Any text, for HTML. */
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A whole number. */
  String count(long number) {
    return new DecimalFormat("#,##0", symbols).format(number);
  }

  /** A number with so many digits at most. */
  String decimal(double number, int digits) {
    return new DecimalFormat("#,##0." + "#".repeat(digits), symbols).format(number);
  }

  /** A number with so many digits. */
  String fixed(double number, int digits) {
    String pattern = digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
    return new DecimalFormat(pattern, symbols).format(number);
  }

  /** Plain decimals in a text, with the decimal sign of the language. */
  String withSign(String text) {
    return text.replace('.', symbols.getDecimalSeparator());
  }

  /** A share in per cent; what is not quite none or all does not look so. */
  String percent(long part, long whole) {
    double share = 100.0 * part / whole;
    if (part > 0 && share < 0.1) {
      return "&lt; " + decimal(0.1, 1) + " %";
    } else if (part < whole && share > 99.9) {
      return "&gt; " + decimal(99.9, 1) + " %";
    }
    return decimal(share, 1) + " %";
  }

  /** The number of a point as commands take it; nothing when there is none. */
  String point(long number) {
    return number < 0 ? "" : Long.toString(number);
  }
}
