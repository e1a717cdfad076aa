package io.bosett.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a CSV file in UTF-8: texts made harmless, numbers as they are. */
final class CsvOut {
  private final Writer text;
  private final CsvWriter csv;
  private final boolean decimalComma;

  private CsvOut(Writer text, CsvWriter csv, boolean decimalComma) {
    this.text = text;
    this.csv = csv;
    this.decimalComma = decimalComma;
  }

  static CsvOut to(OutputStream stream, PlacesCsv.Dialect dialect) throws IOException {
    Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    boolean excel = dialect == PlacesCsv.Dialect.EXCEL;
    if (excel) {
      text.write(Utf8.BYTE_ORDER_MARK);
    }
    boolean lineFeed = dialect == PlacesCsv.Dialect.PLAIN;
    CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(excel ? ';' : ',')
            .lineDelimiter(lineFeed ? LineDelimiter.LF : LineDelimiter.CRLF)
            .build(text);
    return new CsvOut(text, csv, excel);
  }

  /** Writes a row of texts and numbers. */
  void row(List<?> cells) {
    csv.writeRecord(() -> cells.stream().map(this::cell).iterator());
  }

  private String cell(Object cell) {
    if (cell instanceof Double number) {
      String decimal = Decimals.exact(number);
      return decimalComma ? decimal.replace('.', ',') : decimal;
    }
    return cell instanceof Number ? cell.toString() : Harmless.text(cell.toString());
  }

  /** Flushes the stream and leaves it open. */
  void flush() throws IOException {
    csv.flush();
    text.flush();
  }
}
