package io.bosett.documents.analyses;

import io.bosett.analysis.weights.Shares;
import io.bosett.documents.text.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of reports in one language, from {@code words/analysis_*.properties}. */
final class ReportWords {
  private static final Map<Language, ReportWords> ALL = all();

  private final Language language;
  private final Properties words = new Properties();

  private ReportWords(Language language) {
    this.language = language;
    String file = "/words/analysis_" + language.tag() + ".properties";
    try (Reader in =
        new InputStreamReader(
            ReportWords.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Language, ReportWords> all() {
    Map<Language, ReportWords> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, new ReportWords(language));
    }
    return all;
  }

  static ReportWords in(Language language) {
    ReportWords words = ALL.get(language);
    if (words == null) {
      throw new IllegalArgumentException("no words in " + language);
    }
    return words;
  }

  Language language() {
    return language;
  }

  String tag() {
    return language.tag();
  }

  /** A message with its arguments, which are texts. */
  String say(String key, Object... arguments) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("there are no words for " + key + " in " + tag());
    }
    return new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  /** A share in percent, with the digits that it has. */
  String percent(double share) {
    String number = language.exact(BigDecimal.valueOf(share).movePointRight(2));
    return number + (language == Language.EN ? "%" : "\u00a0%");
  }

  /** Intervals of a weight's shares, in percent. */
  String shares(List<Shares> intervals) {
    return intervals.stream()
        .map(
            one ->
                one.from() == one.to()
                    ? percent(one.from() / (double) Shares.WHOLE)
                    : percent(one.from() / (double) Shares.WHOLE)
                        + "\u2013"
                        + percent(one.to() / (double) Shares.WHOLE))
        .collect(Collectors.joining(", "));
  }

  /** How far a value is from another one, with its sign. */
  String change(@Nullable BigDecimal from, BigDecimal to) {
    return signed(from == null ? to : to.subtract(from));
  }

  /** A number with its sign. */
  String signed(BigDecimal value) {
    return (value.signum() > 0 ? "+" : "") + language.exact(value);
  }

  /** The words of a key, or else the key's own last part, which documents use. */
  String orName(String prefix, String name) {
    return words.getProperty(prefix + name, name);
  }
}
