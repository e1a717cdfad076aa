package io.bosett.documents.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/** A language of sentences for readers, with its number format. */
public enum Language {
  EN('.', ','),
  NB(',', '\u00a0'),
  NN(',', '\u00a0');

  private static final char MINUS = '\u2212';
  private static final double UNITS = 1e6;
  private static final long HUNDREDTHS = 100_000;
  private static final long THOUSANDTHS = 10_000;

  @SuppressWarnings("ImmutableEnumChecker") // not written after construction
  private final Properties messages = new Properties();

  @SuppressWarnings("ImmutableEnumChecker") // not written after construction
  private final DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);

  Language(char decimal, char group) {
    symbols.setDecimalSeparator(decimal);
    symbols.setGroupingSeparator(group);
    symbols.setMinusSign(MINUS);
    load("explanation");
    load("comparison");
  }

  private void load(String words) {
    String file = "/words/" + words + "_" + tag() + ".properties";
    try (Reader in =
        new InputStreamReader(Language.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      messages.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The language of a tag such as {@code nb}. */
  public static Language of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT));
  }

  /** The tags of all languages, English first. */
  public static List<String> tags() {
    return Stream.of(values()).map(Language::tag).toList();
  }

  /** As it stands in {@code Content-Language}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A message with its arguments; those that choose a plural are numbers, the rest is written. */
  String say(String key, Object... arguments) {
    String pattern = messages.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("there are no words for " + key + " in " + tag());
    }
    return new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  /** The name of a criterion, its id where there are no words for it. */
  public String criterion(String id) {
    return messages.getProperty("criterion." + id, id.replace('_', ' '));
  }

  /** A number in the language's form with so many digits after the point; zero has no sign. */
  String number(double value, int digits) {
    String pattern = digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
    DecimalFormat format = new DecimalFormat(pattern, symbols);
    String text = format.format(value);
    return text.indexOf(MINUS) == 0 && text.chars().noneMatch(c -> c >= '1' && c <= '9')
        ? text.substring(1)
        : text;
  }

  /** An exact decimal in the language's form. */
  public String exact(BigDecimal value) {
    int digits = Math.max(0, value.stripTrailingZeros().scale());
    String pattern = digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
    return new DecimalFormat(pattern, symbols).format(value);
  }

  /** A whole number. */
  String whole(long value) {
    return new DecimalFormat("#,##0", symbols).format(value);
  }

  /** An amount of 10<sup>-6</sup> person in persons: small ones with the digits they need. */
  public String amount(long units) {
    long size = Math.abs(units);
    int digits = size == 0 || size >= HUNDREDTHS ? 2 : size >= THOUSANDTHS ? 3 : 6;
    return number(units / UNITS, digits);
  }
}
