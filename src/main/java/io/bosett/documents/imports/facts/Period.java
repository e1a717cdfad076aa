package io.bosett.documents.imports.facts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A year, or a part of one, found in a text.
 *
 * @param year the year
 * @param part quarter, month or day as written; empty for the whole year
 * @param rest the text without it
 */
public record Period(int year, String part, String rest) {
  private static final String YEAR = "(?<year>19[5-9]\\d|20[0-4]\\d)";
  private static final String MONTHS =
      "(?:jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec)[a-z]*\\.?";
  private static final Pattern FOUND =
      Pattern.compile(
          "(?<![\\d/.])(?:(?:(?:per|pr\\.?|den)\\s+)?(?<day>\\d{1,2}\\.\\s?(?:\\d{1,2}\\.\\s?|"
              + MONTHS
              + "\\s)))?(?:(?<nth>[1-4])\\.?\\s?(?:kvartal|kv\\.?|quarter)\\s+)?"
              + "(?<![\\d/])"
              + YEAR
              + "(?<part>[KkQqMm]\\d{1,2}|\\s?(?:K|Q|M)\\d{1,2})?(?![\\d/-])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-\\d{2}-\\d{2}(T.*)?");
  private static final Pattern TWICE =
      Pattern.compile(
          "(\\S+)\\s+-\\s+\\1|(?:(?:år|year|aar|årstall)[:\\s]+)(\\S+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The only year of a text, or null when there is none or several. */
  public static @Nullable Period in(String text) {
    Matcher found = FOUND.matcher(text);
    if (!found.find()) {
      return null;
    }
    Period first = of(found, text);
    while (found.find()) {
      Period next = of(found, text);
      if (next.year != first.year) {
        return null;
      }
    }
    return first;
  }

  /** Whether a text is a period and nothing else: "2017", "2017K4", "År: 2017", "2017 - 2017". */
  public static boolean isPeriod(String text) {
    Period period = in(once(text));
    return period != null && period.rest.isEmpty();
  }

  /** The period that a text is, or null when it is none. */
  public static @Nullable Period ofWhole(String text) {
    Period period = in(once(text));
    return period != null && period.rest.isEmpty() ? period : null;
  }

  private static String once(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return iso.group(1);
    }
    Matcher twice = TWICE.matcher(text);
    if (twice.matches()) {
      return twice.group(1) != null ? twice.group(1) : twice.group(2);
    }
    return text;
  }

  private static Period of(Matcher found, String text) {
    String before = text.substring(0, found.start());
    String after = text.substring(found.end());
    String rest = Spaces.strip((before + " " + after).replaceAll("\\s+", " "));
    String part = found.group("part") == null ? "" : found.group("part").strip();
    if (found.group("nth") != null) {
      part = "K" + found.group("nth");
    }
    return new Period(Integer.parseInt(found.group("year")), part, trimmed(rest));
  }

  private static String trimmed(String rest) {
    return rest.replaceAll("^[\\s,;:()-]+$", "")
        .replaceAll("[\\s,;:-]+$", "")
        .replaceAll("\\(\\)", "")
        .strip();
  }
}
