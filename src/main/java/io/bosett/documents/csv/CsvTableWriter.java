package io.bosett.documents.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.bosett.documents.json.PlainDecimals;
import io.bosett.documents.json.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes CSV files in UTF-8; texts are sanitized against CSV injection, numbers stay as they are.
 */
public final class CsvTableWriter {
  private final Writer text;
  private final CsvWriter csv;
  private final boolean decimalComma;

  private CsvTableWriter(Writer text, CsvWriter csv, boolean decimalComma) {
    this.text = text;
    this.csv = csv;
    this.decimalComma = decimalComma;
  }

  public static CsvTableWriter to(OutputStream stream, CsvDialect dialect) throws IOException {
    Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    boolean excel = dialect == CsvDialect.EXCEL;
    if (excel) {
      text.write(Utf8.BYTE_ORDER_MARK);
    }
    boolean lineFeed = dialect == CsvDialect.PLAIN;
    CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(excel ? ';' : ',')
            .lineDelimiter(lineFeed ? LineDelimiter.LF : LineDelimiter.CRLF)
            .build(text);
    return new CsvTableWriter(text, csv, excel);
  }

  /** Writes a row of texts and numbers. */
  public void row(List<?> cells) {
    csv.writeRecord(() -> cells.stream().map(this::cell).iterator());
  }

  private String cell(Object cell) {
    if (cell instanceof Double number) {
      String decimal = PlainDecimals.exact(number);
      return decimalComma ? decimal.replace('.', ',') : decimal;
    }
    return cell instanceof Number ? cell.toString() : SpreadsheetSanitizer.text(cell.toString());
  }

  /** Flushes the stream and leaves it open. */
  public void flush() throws IOException {
    csv.flush();
    text.flush();
  }
}
