package io.bosett.documents.imports.folder;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.bosett.documents.imports.facts.TextEncoding;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of {@code indicators.csv} as they are written, by municipality, indicator and year. */
public final class IndicatorTable {
  public static final String FILE = "indicators.csv";

  private final NavigableMap<Key, Cell> cells = new TreeMap<>(Key.ORDER);

  /** Which cell. */
  public record Key(String municipality, String indicator, int year) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::municipality, io.bosett.model.Ids.BY_CODE_POINT)
            .thenComparing(Key::indicator)
            .thenComparingInt(Key::year);

    public static Key of(Cell cell) {
      return new Key(cell.municipality(), cell.indicator(), cell.year());
    }
  }

  /** Reads a folder that is known to be sound. */
  public static IndicatorTable read(Path folder) throws IOException {
    IndicatorTable table = new IndicatorTable();
    String text = TextEncoding.decode(Files.readAllBytes(folder.resolve(FILE)));
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        String value = row.getField("value");
        if (!value.isEmpty() || !row.getField("flag").isEmpty()) {
          table.put(
              new Cell(
                  row.getField("municipality"),
                  row.getField("indicator"),
                  Integer.parseInt(row.getField("year")),
                  value));
        }
      }
    }
    return table;
  }

  /** The cells of a dataset in memory. */
  public static IndicatorTable of(Dataset dataset) {
    IndicatorTable table = new IndicatorTable();
    for (String indicator : dataset.indicators().keySet()) {
      for (int year : dataset.years(indicator)) {
        Column column = dataset.column(indicator, year);
        for (int i = 0; column != null && i < dataset.size(); i++) {
          if (!column.isMissing(i)) {
            String value = column.isNumber(i) ? decimal(column.value(i)) : "";
            table.put(new Cell(dataset.municipality(i), indicator, year, value));
          }
        }
      }
    }
    return table;
  }

  private static String decimal(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  public @Nullable Cell get(Key key) {
    return cells.get(key);
  }

  /** Sets a cell; a number that is equal stays as it was written. */
  public void put(Cell cell) {
    Cell before = cells.get(Key.of(cell));
    if (before == null || !isEqual(before, cell)) {
      cells.put(Key.of(cell), cell);
    }
  }

  public static boolean isEqual(Cell a, Cell b) {
    if (a.isSuppressed() || b.isSuppressed()) {
      return a.isSuppressed() == b.isSuppressed();
    }
    return new BigDecimal(a.value()).compareTo(new BigDecimal(b.value())) == 0;
  }

  public Iterable<Cell> cells() {
    return cells.values();
  }

  /** All rows in their order, with a header. */
  public String text() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord("municipality", "indicator", "year", "value", "flag");
      for (Cell cell : cells.values()) {
        csv.writeRecord(
            cell.municipality(),
            cell.indicator(),
            Integer.toString(cell.year()),
            cell.value(),
            cell.flag());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
