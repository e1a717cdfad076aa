package io.bosett.files;

import io.bosett.model.Result;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The places of a result as CSV: municipality, name, county, persons, minors, target, cap, binding
 * and, where those of the year before are given, the previous number of persons, empty where it is
 * not known. A text that begins with {@code =}, {@code +}, {@code -}, {@code @}, also after white
 * space, or with a tab or line end gets an apostrophe in front, so that no spreadsheet program
 * takes it for a formula; numbers are left as they are.
 */
public final class PlacesCsv {
  private PlacesCsv() {}

  /** How a table is written. */
  public enum Dialect {
    /** RFC 4180 but for the line end: comma, decimal point, line feed. */
    PLAIN,
    /** RFC 4180, what {@code text/csv} means: comma, decimal point, CRLF. */
    RFC_4180,
    /** As Excel reads it in countries with a decimal comma: byte order mark, semicolon, CRLF. */
    EXCEL
  }

  /**
   * Writes the table in UTF-8; the stream is flushed and left open.
   *
   * @param lastYear the persons of the year before, or null for a table without them
   */
  public static void write(
      Result result, @Nullable LastYear lastYear, Dialect dialect, OutputStream stream)
      throws IOException {
    CsvOut csv = CsvOut.to(stream, dialect);
    csv.row(PlacesTable.columns(lastYear));
    for (Result.Place place : result.places()) {
      csv.row(PlacesTable.row(place, lastYear));
    }
    csv.flush();
  }
}
