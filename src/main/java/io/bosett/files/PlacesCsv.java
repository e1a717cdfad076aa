package io.bosett.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.bosett.model.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places of a result as CSV: municipality, name, county, persons, minors, target, cap, binding
 * and, where an earlier allocation is given, the previous number of persons. A text that begins
 * with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a carriage return gets an apostrophe in
 * front, so that no spreadsheet program takes it for a formula; numbers are left as they are.
 */
public final class PlacesCsv {
  private PlacesCsv() {}

  /** How the table is written. */
  public enum Dialect {
    /** RFC 4180 but for the line end: comma, decimal point, line feed. */
    PLAIN,
    /** As Excel reads it in countries with a decimal comma: byte order mark, semicolon, CRLF. */
    EXCEL
  }

  /**
   * Writes the table in UTF-8; the stream is flushed and left open.
   *
   * @param previous persons by municipality in the earlier allocation, or null
   */
  public static void write(
      Result result, @Nullable Map<String, Integer> previous, Dialect dialect, OutputStream stream)
      throws IOException {
    Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    boolean excel = dialect == Dialect.EXCEL;
    if (excel) {
      text.write(Utf8.BYTE_ORDER_MARK);
    }
    CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(excel ? ';' : ',')
            .lineDelimiter(excel ? LineDelimiter.CRLF : LineDelimiter.LF)
            .build(text);
    csv.writeRecord(PlacesTable.columns(previous));
    for (Result.Place place : result.places()) {
      csv.writeRecord(cells(PlacesTable.row(place, previous), excel));
    }
    csv.flush();
    text.flush();
  }

  private static List<String> cells(List<Object> row, boolean decimalComma) {
    return row.stream().map(cell -> text(cell, decimalComma)).toList();
  }

  private static String text(Object cell, boolean decimalComma) {
    if (cell instanceof Double number) {
      String decimal = Decimals.exact(number);
      return decimalComma ? decimal.replace('.', ',') : decimal;
    }
    return cell.toString();
  }
}
