package io.bosett.documents.dataset;

import io.bosett.documents.csv.CellText;
import io.bosett.documents.csv.CsvTableReader;
import io.bosett.documents.csv.DatasetFiles;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.FileFaults;
import io.bosett.documents.json.NumberFault;
import io.bosett.documents.json.TextRules;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.LostZeros;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code indicators.csv}: one row per cell, with municipality, indicator, year, value and
 * flag. The flag {@code s} marks a suppressed cell, whose value is empty; a missing cell has no
 * row, or one with neither value nor flag.
 */
final class IndicatorsCsv {
  static final String FILE = "indicators.csv";
  static final int MUNICIPALITY = 0;
  static final int INDICATOR = 1;
  static final int YEAR = 2;
  static final int VALUE = 3;
  static final int FLAG = 4;

  private final DatasetBuilder builder;
  private final MunicipalitiesCsv municipalities;
  private final @Nullable Set<String> indicators;
  private final FileFaults faults = new FileFaults(FILE);
  private final Map<String, Map<Integer, BitSet>> seen = new HashMap<>();

  /**
   * @param indicators the ids declared, or null when they could not be read
   */
  IndicatorsCsv(
      DatasetBuilder builder, MunicipalitiesCsv municipalities, @Nullable Set<String> indicators) {
    this.builder = builder;
    this.municipalities = municipalities;
    this.indicators = indicators;
  }

  void read(DatasetFiles files) {
    List<String> columns = List.of("municipality", "indicator", "year", "value", "flag");
    new CsvTableReader(faults, columns, List.of()).read(files, FILE, this::row);
  }

  List<FileFault> faults() {
    return faults.inOrder();
  }

  private void row(CsvTableReader table) {
    Integer row = municipalities.rowById().get(table.field(MUNICIPALITY));
    if (row == null) {
      unknownMunicipality(table);
    }
    boolean known = indicators == null || indicators.contains(table.field(INDICATOR));
    if (!known) {
      unknownIndicator(table);
    }
    Integer year = CellText.year(table.field(YEAR));
    if (year == null) {
      table.fault(YEAR, "is " + found(table.field(YEAR)) + ", expected a year 0..9999");
    }
    double value = value(table);
    if (row != null && known && year != null) {
      cell(table, row, year, value);
    }
  }

  private void unknownMunicipality(CsvTableReader table) {
    String id = table.field(MUNICIPALITY);
    if (id.isEmpty()) {
      table.fault(MUNICIPALITY, "is empty, expected the id of a municipality");
    } else if (municipalities.isReadable()) {
      table.fault(
          MUNICIPALITY,
          "is "
              + TextRules.quoted(id)
              + ", not a municipality of "
              + MunicipalitiesCsv.FILE
              + didYouMean(id));
    }
  }

  private String didYouMean(String id) {
    String meant = LostZeros.meant(id, municipalities.rowById()::containsKey);
    return meant == null ? "" : "; did you mean " + meant + "?";
  }

  private static void unknownIndicator(CsvTableReader table) {
    String id = table.field(INDICATOR);
    table.fault(INDICATOR, "is " + found(id) + ", not an indicator of " + DescriptionFile.FILE);
  }

  private static String found(String text) {
    return text.isEmpty() ? "empty" : TextRules.quoted(text);
  }

  /** The number, or NaN when there is none or it is invalid. */
  private static double value(CsvTableReader table) {
    String text = table.field(VALUE);
    String flag = table.field(FLAG);
    if (!flag.isEmpty() && !flag.equals(CellText.SUPPRESSED)) {
      table.fault(FLAG, "is " + TextRules.quoted(flag) + ", expected s for suppressed or nothing");
    } else if (!flag.isEmpty() && !text.isEmpty() && !text.equals(CellText.MISSING)) {
      table.fault(FLAG, "marks a cell as suppressed that has the value " + TextRules.quoted(text));
    }
    if (text.isEmpty() || text.equals(CellText.MISSING)) {
      return Double.NaN;
    }
    double value = CellText.number(text);
    if (!Double.isFinite(value)) {
      table.fault(VALUE, NumberFault.of(text));
      return Double.NaN;
    }
    return value;
  }

  private void cell(CsvTableReader table, int row, int year, double value) {
    String municipality = table.field(MUNICIPALITY);
    String indicator = table.field(INDICATOR);
    BitSet cells = cells(indicator, year);
    if (cells.get(row)) {
      String name = municipality + ", " + indicator + ", " + year;
      table.fault(MUNICIPALITY, "begins a second row for the cell " + name);
      return;
    }
    cells.set(row);
    if (!faults.isEmpty() || !municipalities.isSound()) {
      return;
    }
    if (!Double.isNaN(value)) {
      builder.number(municipality, indicator, year, value);
    } else if (!table.field(FLAG).isEmpty()) {
      builder.suppressed(municipality, indicator, year);
    }
  }

  private BitSet cells(String indicator, int year) {
    return seen.computeIfAbsent(indicator, id -> new HashMap<>())
        .computeIfAbsent(year, y -> new BitSet());
  }
}
