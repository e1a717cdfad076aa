package io.bosett.documents.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/**
 * A row of a CSV file; one mutable object serves all rows. A field equal to the one above it shares
 * its text, which makes sorted files cheap to read.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
  private String[] fields = new String[8];

  /** The line on which the row begins, from 1. */
  long line() {
    return getStartingLineNumber();
  }

  /** Number of fields. */
  int size() {
    return getFieldCount();
  }

  /** A field, without its quotation marks. */
  String field(int index) {
    return fields[index];
  }

  @Override
  protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
    if (fieldIdx == fields.length) {
      fields = Arrays.copyOf(fields, 2 * fieldIdx);
    }
    String above = fields[fieldIdx];
    if (above == null || !isSame(above, buf, offset, len)) {
      fields[fieldIdx] = new String(buf, offset, len);
    }
  }

  @Override
  protected void handleEmpty() {
    fields[0] = "";
  }

  private static boolean isSame(String text, char[] buf, int offset, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = length - 1; i >= 0; i--) {
      if (text.charAt(i) != buf[offset + i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  protected CsvRow buildRecord() {
    return this;
  }
}
