package io.bosett.http.protocol;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.QuotedQualityCSV;

/**
 * One entry of an {@code Accept} header.
 *
 * @param type as {@code text/csv}, {@code text/*} or {@code *}{@code /*}
 * @param quality 0 to 1; 0 refuses, and so does what is no number
 */
record MediaRange(String type, double quality) {
  private static final int EXACT = 3;
  private static final int SUBTYPES = 2;
  private static final int ANY = 1;

  /**
   * The entries of a header, as Jetty reads them; those that are none are left out, and all of a
   * header with a quote that is not closed.
   */
  static List<MediaRange> parse(String header) {
    return codings(header).stream().filter(range -> range.type.indexOf('/') > 0).toList();
  }

  /** The entries of an {@code Accept-Encoding} header, with the coding as the type. */
  static List<MediaRange> codings(String header) {
    QuotedQualityCSV entries = new QuotedQualityCSV();
    try {
      entries.addValue(header);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    return entries.getQualityValues().stream()
        .map(entry -> new MediaRange(type(entry.getValue()), entry.getWeight()))
        .toList();
  }

  /** Without parameters. */
  private static String type(String value) {
    return MimeTypes.getBase(value).strip().toLowerCase(Locale.ROOT);
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
