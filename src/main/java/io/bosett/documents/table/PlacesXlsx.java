package io.bosett.documents.table;

import io.bosett.model.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The Excel export (XLSX) of a result: the sheet {@code places} with the columns of {@link
 * PlacesCsv}, and the sheet {@code summary} with totals and fit. Ids are texts, so {@code 0301}
 * keeps its zero, and no text is a formula ({@link SheetRow}).
 */
public final class PlacesXlsx {
  /** The limit on places: a sheet has 1,048,576 rows and the first is the heading. */
  public static final int MOST_PLACES = 1_048_575;

  private static final int FLUSHED_ROWS = 1_000;

  private PlacesXlsx() {}

  static void write(ExportFormat.Answer answer, OutputStream stream) throws IOException {
    write(answer.result(), answer.previousPersons(), stream);
  }

  /**
   * Writes the workbook, the same bytes each time; the stream is flushed and left open.
   *
   * @param previousPersons the persons of the year before, or null for a table without them
   * @throws IllegalArgumentException when there are more than {@link #MOST_PLACES} places
   */
  public static void write(
      Result result, @Nullable PreviousPersons previousPersons, OutputStream stream)
      throws IOException {
    if (result.places().size() > MOST_PLACES) {
      throw new IllegalArgumentException(
          "a sheet holds " + MOST_PLACES + " places, the result has " + result.places().size());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Workbook book = new Workbook(bytes, "Bosett", "1.0");
    places(book.newWorksheet("places"), result.places(), previousPersons);
    summary(book.newWorksheet("summary"), result);
    book.finish();
    ReproducibleXlsx.copy(bytes.toByteArray(), stream);
    stream.flush();
  }

  private static void places(
      Worksheet sheet, List<Result.Place> places, @Nullable PreviousPersons previousPersons)
      throws IOException {
    sheet.freezePane(0, 1);
    SheetRow.write(sheet, 0, PlacesTable.columns(previousPersons));
    for (int i = 0; i < places.size(); i++) {
      SheetRow.write(sheet, i + 1, PlacesTable.row(places.get(i), previousPersons));
      if (i % FLUSHED_ROWS == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
  }

  private static void summary(Worksheet sheet, Result result) throws IOException {
    List<List<Object>> rows = SummaryTable.rows(result);
    for (int i = 0; i < rows.size(); i++) {
      SheetRow.write(sheet, i, rows.get(i));
    }
    sheet.finish();
  }
}
