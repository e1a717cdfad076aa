package io.bosett.documents.imports.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers as text: the values of the flags of {@code datasets import}, which are the fields
 * of the form over HTTP as well. A name may occur several times.
 */
public final class AnswerFlags {
  /** Codes are of the year of each figure. */
  static final String EACH = "each";

  private static final String YEAR = "[COLUMN=]YEAR, such as 2018 or B=2018";
  private static final String MARKER = "SIGN=missing|zero|suppressed";
  private static final Pattern OF_INDICATOR = Pattern.compile("(?s)[a-z][a-z0-9_]*=.*");
  private static final Map<String, Reader> READERS = new LinkedHashMap<>();

  static {
    READERS.put("map", AnswerFlags::map);
    READERS.put("year", AnswerFlags::year);
    READERS.put("marker", AnswerFlags::marker);
    READERS.put("category", AnswerFlags::category);
    READERS.put("unit", AnswerFlags::unit);
    READERS.put("source", AnswerFlags::source);
    READERS.put("skip", AnswerFlags::skip);
    READERS.put("boundaries", AnswerFlags::boundaries);
    READERS.put("decimal", AnswerFlags::decimal);
    READERS.put("sheet", AnswerFlags::sheet);
    READERS.put("quotes", AnswerFlags::quotes);
  }

  private AnswerFlags() {}

  /** Puts a value among the answers; what is allowed, where the value is not, else null. */
  @FunctionalInterface
  private interface Reader {
    @Nullable String read(ImportAnswers answers, String value);
  }

  /** The names there are. */
  public static List<String> names() {
    return List.copyOf(READERS.keySet());
  }

  /**
   * Adds an answer.
   *
   * @return null, or where the value is no answer what is allowed
   */
  public static @Nullable String add(ImportAnswers answers, String name, String value) {
    Reader reader = READERS.get(name);
    return reader == null
        ? "one of " + String.join(", ", READERS.keySet())
        : reader.read(answers, value);
  }

  private static @Nullable String map(ImportAnswers answers, String value) {
    int at = value.indexOf('=');
    if (at == 0 || value.isBlank()) {
      return "INDICATOR[=COLUMN]";
    }
    answers.map(at < 0 ? value : value.substring(0, at), at < 0 ? "" : value.substring(at + 1));
    return null;
  }

  private static @Nullable String year(ImportAnswers answers, String value) {
    int at = value.lastIndexOf('=');
    String year = value.substring(at + 1);
    if (!isYear(year)) {
      return YEAR;
    }
    answers.year(value.substring(0, Math.max(0, at)), Integer.parseInt(year));
    return null;
  }

  private static boolean isYear(String text) {
    return text.matches("[0-9]{4}");
  }

  private static @Nullable String marker(ImportAnswers answers, String value) {
    int at = value.lastIndexOf('=');
    String meaning = value.substring(at + 1).toUpperCase(Locale.ROOT);
    for (ImportAnswers.Meaning known : ImportAnswers.Meaning.values()) {
      if (at > 0 && known.name().equals(meaning)) {
        answers.marker(value.substring(0, at), known);
        return null;
      }
    }
    return MARKER;
  }

  private static @Nullable String category(ImportAnswers answers, String value) {
    int at = value.indexOf('=');
    answers.category(value.substring(0, Math.max(0, at)), value.substring(at + 1));
    return null;
  }

  private static @Nullable String unit(ImportAnswers answers, String value) {
    int at = value.indexOf('=');
    if (at <= 0) {
      return "INDICATOR=UNIT";
    }
    answers.unit(value.substring(0, at), value.substring(at + 1));
    return null;
  }

  private static @Nullable String source(ImportAnswers answers, String value) {
    int at = OF_INDICATOR.matcher(value).matches() ? value.indexOf('=') : -1;
    answers.source(value.substring(0, Math.max(0, at)), value.substring(at + 1));
    return null;
  }

  private static @Nullable String skip(ImportAnswers answers, String value) {
    answers.skip(value);
    return null;
  }

  private static @Nullable String boundaries(ImportAnswers answers, String value) {
    if (value.equals(EACH)) {
      answers.boundariesOfEachYear();
      return null;
    } else if (!isYear(value)) {
      return "YEAR, or each";
    }
    answers.boundaries(Integer.parseInt(value));
    return null;
  }

  private static @Nullable String decimal(ImportAnswers answers, String value) {
    if (!value.equals("point") && !value.equals("comma")) {
      return "point or comma";
    }
    answers.decimalSign(value.equals("point") ? '.' : ',');
    return null;
  }

  private static @Nullable String sheet(ImportAnswers answers, String value) {
    answers.sheet(value);
    return null;
  }

  private static @Nullable String quotes(ImportAnswers answers, String value) {
    if (!value.equals("raw")) {
      return "raw";
    }
    answers.rawQuotes();
    return null;
  }
}
