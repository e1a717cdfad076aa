package io.bosett.documents.table;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.csv.CsvTableWriter;
import io.bosett.model.Result;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The CSV export of a result's places: municipality, name, county, persons, minors, target, cap,
 * binding and, where last year's numbers are known, the previous number of persons, empty where it
 * is unknown. A text that begins with {@code =}, {@code +}, {@code -}, {@code @}, also after white
 * space, or with a tab or line end gets a leading apostrophe, so that no spreadsheet program takes
 * it for a formula (CSV injection); numbers stay as they are.
 */
public final class PlacesCsv {
  private PlacesCsv() {}

  static void write(ExportFormat.Answer answer, OutputStream stream) throws IOException {
    write(answer.result(), answer.previousPersons(), answer.dialect(), stream);
  }

  /**
   * Writes the table in UTF-8; the stream is flushed and left open.
   *
   * @param previousPersons the persons of the year before, or null for a table without them
   */
  public static void write(
      Result result,
      @Nullable PreviousPersons previousPersons,
      CsvDialect dialect,
      OutputStream stream)
      throws IOException {
    CsvTableWriter csv = CsvTableWriter.to(stream, dialect);
    csv.row(PlacesTable.columns(previousPersons));
    for (Result.Place place : result.places()) {
      csv.row(PlacesTable.row(place, previousPersons));
    }
    csv.flush();
  }
}
