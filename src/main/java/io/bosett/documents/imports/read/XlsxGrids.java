package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.ReadingLimits;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.facts.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The sheets of a workbook; formulas with the value that they had when it was saved. */
final class XlsxGrids {
  private static final int MOST_ENTRIES = 10_000;
  private static final int MOST_SHEETS = 200;

  /** More digits than a spreadsheet keeps are noise of the binary number: 69.09999999999999. */
  private static final MathContext DIGITS = new MathContext(15);

  /** A character as the format of workbooks escapes it; {@code _x005F_} is an underscore. */
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private XlsxGrids() {}

  static List<Grid> read(byte[] bytes) {
    check(bytes);
    List<Grid> grids = new ArrayList<>();
    Grid.Budget budget = new Grid.Budget();
    ReadingOptions options = new ReadingOptions(false, true);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes), options)) {
      List<Sheet> sheets = book.getSheets().limit(MOST_SHEETS).toList();
      for (Sheet sheet : sheets) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
          grids.add(grid(sheet, budget));
        }
      }
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException("is no workbook that can be read: " + reason(e));
    }
    return grids;
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    String first = message == null ? e.getClass().getSimpleName() : message;
    return first.lines().findFirst().orElse("").strip();
  }

  private static Grid grid(Sheet sheet, Grid.Budget budget) throws IOException {
    Grid.Rows rows = new Grid.Rows(budget);
    int next = 1;
    try (Stream<Row> stream = sheet.openStream()) {
      for (Row row : (Iterable<Row>) stream::iterator) {
        for (; next < row.getRowNum(); next++) {
          rows.add(List.of());
        }
        rows.add(values(row));
        next++;
      }
    }
    return rows.grid(sheet.getName(), "");
  }

  private static List<Value> values(Row row) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      values.add(cell == null ? Value.EMPTY : value(cell));
    }
    return values;
  }

  private static Value value(Cell cell) {
    Object content = cell.getValue();
    boolean computed = cell.getType() == CellType.FORMULA || cell.getFormula() != null;
    if (content instanceof BigDecimal number) {
      return decimal(number, computed);
    }
    String text = unescaped(content == null ? "" : content.toString());
    if (cell.getType() == CellType.ERROR) {
      return Value.text(cell.getRawValue() == null ? "#ERROR" : cell.getRawValue());
    }
    if (computed) {
      String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
      try {
        return decimal(new BigDecimal(raw), true);
      } catch (NumberFormatException e) {
        return Value.text(unescaped(raw));
      }
    }
    return Value.text(text);
  }

  /** The text that an escaped one stands for (ECMA-376, 22.9.2.19, {@code ST_Xstring}). */
  private static String unescaped(String text) {
    return text.indexOf("_x") < 0
        ? text
        : ESCAPE
            .matcher(text)
            .replaceAll(
                found -> {
                  char c = (char) Integer.parseInt(found.group(1), 16);
                  return Matcher.quoteReplacement(String.valueOf(c));
                });
  }

  private static Value decimal(BigDecimal number, boolean computed) {
    BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
    if (Math.abs((long) rounded.scale()) > 400) {
      return Value.text(number.toString());
    }
    String plain = rounded.toPlainString();
    return new Value(plain, computed ? Value.Kind.COMPUTED : Value.Kind.NUMBER);
  }

  /** Unpacks once without keeping anything, so that a small file cannot fill the memory. */
  private static void check(byte[] bytes) {
    boolean isWorkbook = false;
    long unpacked = 0;
    int entries = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        isWorkbook |= entry.getName().endsWith("workbook.xml");
        if (++entries > MOST_ENTRIES) {
          throw new UnreadableException("is an archive of more than " + MOST_ENTRIES + " files");
        }
        try (InputStream content = zip.getInputStream(entry)) {
          unpacked += unpack(content, buffer, ReadingLimits.UNPACKED - unpacked);
        }
      }
    } catch (IOException e) {
      throw new UnreadableException("is a damaged workbook: " + reason(e));
    }
    if (!isWorkbook) {
      throw new UnreadableException("is an archive and no workbook (.xlsx)");
    }
  }

  private static long unpack(InputStream zip, byte[] buffer, long most) throws IOException {
    long length = 0;
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      length += n;
      if (length > most) {
        throw new UnreadableException("unpacks to more than " + ReadingLimits.UNPACKED + " bytes");
      }
    }
    return length;
  }
}
