package io.bosett.http.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One media range of an {@code Accept} header.
 *
 * @param type as {@code text/csv}, {@code text/*} or {@code *}{@code /*}
 * @param quality 0 to 1; 0 refuses
 */
record MediaRange(String type, double quality) {
  private static final int EXACT = 3;
  private static final int SUBTYPES = 2;
  private static final int ANY = 1;

  /** The media ranges of a header; malformed ones are ignored. */
  static List<MediaRange> parse(String header) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String entry : header.split(",")) {
      String[] parts = entry.split(";");
      String type = parts[0].strip().toLowerCase(Locale.ROOT);
      if (type.indexOf('/') > 0) {
        ranges.add(new MediaRange(type, quality(parts)));
      }
    }
    return ranges;
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        return number(parameter.substring(2));
      }
    }
    return 1;
  }

  /** The quality value; a malformed one counts neither as a refusal nor as a preference. */
  private static double number(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      return value >= 0 && value <= 1 ? value : 1;
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** How specifically the range matches a type: 0 for no match. */
  int closeness(String offered) {
    if (type.equals(offered)) {
      return EXACT;
    }
    if (type.equals("*/*")) {
      return ANY;
    }
    String family = offered.substring(0, offered.indexOf('/') + 1);
    return type.equals(family + "*") ? SUBTYPES : 0;
  }
}
