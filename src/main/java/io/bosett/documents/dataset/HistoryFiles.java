package io.bosett.documents.dataset;

import io.bosett.documents.csv.CsvTableReader;
import io.bosett.documents.csv.DatasetFiles;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.FileFaults;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.documents.json.TextRules;
import io.bosett.model.CodeChange;
import io.bosett.model.DatasetHistory;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history of a dataset folder from its optional files: {@code names.csv} ({@code
 * code,name}), {@code changes.csv} ({@code from_year,old_code,new_code,new_name,weight}) and {@code
 * provenance.json}. A weight that is empty is not known.
 */
public final class HistoryFiles {
  public static final String NAMES = "names.csv";
  public static final String CHANGES = "changes.csv";
  public static final String PROVENANCE = "provenance.json";

  private static final List<String> NAME = List.of("code", "name");
  private static final List<String> CHANGE =
      List.of("from_year", "old_code", "new_code", "new_name", "weight");

  /** Columns for people, which may stand beside those that are read. */
  private static final List<String> REMARKS =
      List.of(
          "from_date",
          "old_name",
          "kind",
          "county_changed",
          "name_changed",
          "sources",
          "note",
          "where");

  private final List<DatasetHistory.Spelling> names = new ArrayList<>();
  private final List<CodeChange> changes = new ArrayList<>();
  private final List<FileFault> faults = new ArrayList<>();
  private List<DatasetHistory.Import> imports = List.of();

  void read(DatasetFiles files) {
    table(files, NAMES, NAME, this::name);
    table(files, CHANGES, CHANGE, this::change);
    provenance(files);
  }

  /**
   * The changes of a dataset that ships with the program, without reading its figures.
   *
   * @throws InvalidFilesException when the file has faults
   */
  public static List<CodeChange> shippedChanges(String id) {
    return changes(DatasetFiles.shipped(id));
  }

  /**
   * The changes in a folder, none where it has no such file.
   *
   * @throws InvalidFilesException when the file has faults
   */
  public static List<CodeChange> changes(Path folder) {
    return changes(DatasetFiles.in(folder));
  }

  private static List<CodeChange> changes(DatasetFiles files) {
    HistoryFiles reader = new HistoryFiles();
    reader.table(files, CHANGES, CHANGE, reader::change);
    if (!reader.faults.isEmpty()) {
      throw new InvalidFilesException(reader.faults);
    }
    return reader.changes;
  }

  DatasetHistory history() {
    return new DatasetHistory(names, changes, imports);
  }

  List<FileFault> faults() {
    return faults;
  }

  private void table(
      DatasetFiles files, String name, List<String> columns, Consumer<CsvTableReader> row) {
    if (MapCsv.isThere(files, name)) {
      FileFaults ofFile = new FileFaults(name);
      new CsvTableReader(ofFile, columns, REMARKS).read(files, name, row);
      faults.addAll(ofFile.inOrder());
    }
  }

  private void name(CsvTableReader table) {
    String name = table.field(1);
    String wrong = TextRules.nameFault(name, TextRules.LONGEST_NAME);
    if (wrong != null) {
      table.fault(1, wrong);
    }
    names.add(new DatasetHistory.Spelling(code(table, 0), name));
  }

  private void change(CsvTableReader table) {
    String year = table.field(0);
    if (!year.matches("[0-9]{1,4}")) {
      table.fault(0, "is " + TextRules.quoted(year) + ", expected a year");
      return;
    }
    String weight = table.field(4);
    BigDecimal share = weight.isEmpty() ? null : share(weight);
    if (share == null && !weight.isEmpty()) {
      table.fault(4, "is " + TextRules.quoted(weight) + ", expected a share 0..1 or nothing");
    }
    changes.add(
        new CodeChange(
            Integer.parseInt(year), code(table, 1), code(table, 2), table.field(3), share));
  }

  private static @Nullable BigDecimal share(String text) {
    if (!text.matches("[01](\\.[0-9]{1,20})?")) {
      return null;
    }
    BigDecimal share = BigDecimal.valueOf(Double.parseDouble(text));
    return share.compareTo(BigDecimal.ONE) > 0 ? null : share;
  }

  private static String code(CsvTableReader table, int field) {
    String code = table.field(field);
    String wrong = TextRules.idFault(code);
    if (wrong != null) {
      table.fault(field, wrong);
    }
    return code;
  }

  private void provenance(DatasetFiles files) {
    FileFaults ofFile = new FileFaults(PROVENANCE);
    try (InputStream in = files.open(PROVENANCE)) {
      if (in != null) {
        FaultCollector found = new FaultCollector();
        JsonValue value = StrictJsonParser.parse(in.readAllBytes(), found);
        if (value != null) {
          JsonCursor at = new JsonCursor(value, JsonPointer.ROOT, found);
          imports = HistoryFormat.imports(at.fields("imports").need("imports"));
        }
        for (FaultCollector.Found fault : found.inOrder()) {
          ofFile.add(fault.line(), fault.column(), fault.violation().toString());
        }
      }
    } catch (IOException e) {
      ofFile.addOfWhole("cannot be read: " + e.getMessage());
    }
    faults.addAll(ofFile.inOrder());
  }
}
