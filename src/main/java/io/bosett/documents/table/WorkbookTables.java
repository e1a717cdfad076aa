package io.bosett.documents.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks (XLSX) of tables, a sheet each; a table with more rows than a sheet has goes on. */
public final class WorkbookTables {
  /** The limit on rows below the heading: a sheet has 1,048,576. */
  public static final int MOST_ROWS = PlacesXlsx.MOST_PLACES;

  private static final int FLUSHED_ROWS = 1_000;

  private WorkbookTables() {}

  /**
   * A table.
   *
   * @param name of its sheet, at most 25 characters; a second sheet of it is {@code name 2}
   * @param columns headings
   * @param rows numbers, truths and texts; the empty text where there is no value
   */
  public record Table(String name, List<String> columns, List<List<Object>> rows) {}

  /** Writes the workbook, the same bytes each time; the stream is flushed and left open. */
  public static void write(List<Table> tables, OutputStream stream) throws IOException {
    write(tables, MOST_ROWS, stream);
  }

  /** The same with at most so many rows on a sheet. */
  static void write(List<Table> tables, int mostRows, OutputStream stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Workbook book = new Workbook(bytes, "Bosett", "1.0");
    for (Table table : tables) {
      int size = table.rows().size();
      for (int from = 0; from == 0 || from < size; from += mostRows) {
        String name = from == 0 ? table.name() : table.name() + " " + (from / mostRows + 1);
        List<List<Object>> rows = table.rows().subList(from, Math.min(size, from + mostRows));
        sheet(book.newWorksheet(name), table.columns(), rows);
      }
    }
    book.finish();
    ReproducibleXlsx.copy(bytes.toByteArray(), stream);
    stream.flush();
  }

  private static void sheet(Worksheet sheet, List<String> columns, List<List<Object>> rows)
      throws IOException {
    sheet.freezePane(0, 1);
    SheetRow.write(sheet, 0, columns);
    for (int i = 0; i < rows.size(); i++) {
      SheetRow.write(sheet, i + 1, rows.get(i));
      if (i % FLUSHED_ROWS == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
  }
}
