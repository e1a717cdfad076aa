package io.bosett.documents.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.bosett.documents.json.TextRules;
import io.bosett.documents.json.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads CSV files (RFC 4180) with named columns, in UTF-8. Accepts a byte order mark, any line end,
 * quoted fields and blank lines; columns come in any order.
 */
public final class CsvTableReader {
  private final FileFaults faults;
  private final List<String> required;
  private final List<String> optional;
  private CsvLocator text = new CsvLocator("");
  private int[] columns = {};
  private int width;
  private CsvRow row = new CsvRow();

  public CsvTableReader(FileFaults faults, List<String> required, List<String> optional) {
    this.faults = faults;
    this.required = required;
    this.optional = optional;
  }

  /**
   * Reads all rows; rows with a wrong number of fields are reported and left out.
   *
   * @return whether the rows could be read at all
   */
  public boolean read(DatasetFiles files, String name, Consumer<CsvTableReader> perRow) {
    if (!load(files, name)) {
      return false;
    }
    CsvReader<CsvRow> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .build(row, text.text());
    try {
      Iterator<CsvRow> rows = reader.iterator();
      if (!rows.hasNext()) {
        faults.add(1, 1, "is empty; expected the columns " + String.join(",", required));
        return false;
      }
      if (!header(rows.next())) {
        return false;
      }
      rows.forEachRemaining(next -> accept(next, perRow));
    } catch (CsvParseException e) {
      CsvLocator.Place at = text.place(row.line(), 0);
      faults.add(at.line(), at.column(), "begins a row that is not CSV: " + reason(e));
    }
    return true;
  }

  private static String reason(CsvParseException e) {
    Throwable cause = e.getCause();
    String message = String.valueOf(cause != null ? cause.getMessage() : e.getMessage());
    return message.replaceFirst(" \\(record starting .*\\)", "");
  }

  private boolean load(DatasetFiles files, String name) {
    try (InputStream in = files.open(name)) {
      if (in == null) {
        faults.addOfWhole("is missing");
        return false;
      }
      Utf8.Decoded decoded = Utf8.decode(in.readAllBytes());
      if (decoded.fault() != null) {
        faults.add(decoded.line(), decoded.column(), decoded.fault());
        return false;
      }
      String all = decoded.text();
      boolean marked = !all.isEmpty() && all.charAt(0) == Utf8.BYTE_ORDER_MARK;
      text = new CsvLocator(marked ? all.substring(1) : all);
      return true;
    } catch (IOException e) {
      faults.addOfWhole("cannot be read: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      faults.addOfWhole("is too large for the memory given to Java");
    }
    return false;
  }

  private boolean header(CsvRow head) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < head.size(); i++) {
      names.add(head.field(i));
    }
    width = names.size();
    boolean usable = headerFaults(head, names);
    List<String> known = new ArrayList<>(required);
    known.addAll(optional);
    columns = known.stream().mapToInt(names::indexOf).toArray();
    return usable;
  }

  private boolean headerFaults(CsvRow head, List<String> names) {
    String joined = String.join(",", required);
    if (names.size() == 1 && names.get(0).indexOf(';') >= 0) {
      fault(head, 0, "separates columns by ';', expected ',': " + joined);
      return false;
    }
    boolean usable = true;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (names.indexOf(name) < i) {
        fault(head, i, "is a second column " + TextRules.quoted(name));
        usable = false;
      } else if (!required.contains(name) && !optional.contains(name)) {
        fault(head, i, "is an unknown column " + TextRules.quoted(name) + "; known: " + known());
      }
    }
    for (String name : required) {
      if (!names.contains(name)) {
        fault(head, 0, "lacks the column '" + name + "'");
        usable = false;
      }
    }
    return usable;
  }

  private String known() {
    return String.join(",", required)
        + (optional.isEmpty() ? "" : "," + String.join(",", optional));
  }

  private void accept(CsvRow next, Consumer<CsvTableReader> perRow) {
    row = next;
    if (next.size() == width) {
      perRow.accept(this);
      return;
    }
    boolean comma = next.size() > width;
    String hint = comma ? " (a comma within a field? a decimal comma?)" : "";
    fault(next, 0, "has " + next.size() + " fields, expected " + width + hint);
  }

  /** Whether the file has an optional column; its index counts on from the required ones. */
  public boolean has(int column) {
    return columns[column] >= 0;
  }

  /** The field of the row in a column, by its index among the required and optional ones. */
  public String field(int column) {
    int index = columns[column];
    return index < 0 ? "" : row.field(index);
  }

  /** Reports an error in a field of the row. */
  public void fault(int column, String detail) {
    fault(row, Math.max(0, columns[column]), detail);
  }

  private void fault(CsvRow where, int field, String detail) {
    CsvLocator.Place at =
        faults.isFull() ? new CsvLocator.Place(0, 0) : text.place(where.line(), field);
    faults.add(at.line(), at.column(), detail);
  }
}
