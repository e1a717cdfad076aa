package io.bosett.documents.dataset;

import io.bosett.documents.csv.CellText;
import io.bosett.documents.csv.CsvTableReader;
import io.bosett.documents.csv.DatasetFiles;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.FileFaults;
import io.bosett.documents.json.TextRules;
import io.bosett.model.DatasetBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code municipalities.csv}: id, name, county, and where known longitude and latitude in
 * degrees (WGS 84).
 */
final class MunicipalitiesCsv {
  static final String FILE = "municipalities.csv";
  static final int ID = 0;
  static final int NAME = 1;
  static final int COUNTY = 2;
  static final int LONGITUDE = 3;
  static final int LATITUDE = 4;

  private final DatasetBuilder builder;
  private final Set<String> counties;
  private final FileFaults faults = new FileFaults(FILE);
  private final Map<String, Integer> rowById = new HashMap<>();
  private final LookAlikes ids = new LookAlikes();
  private final LookAlikes names = new LookAlikes();
  private final LookAlikes countyIds = new LookAlikes();
  private boolean isReadable;
  private boolean isTooLong;

  /**
   * @param counties the ids declared; when there are none, any county is accepted
   */
  MunicipalitiesCsv(DatasetBuilder builder, Set<String> counties) {
    this.builder = builder;
    this.counties = counties;
  }

  void read(DatasetFiles files) {
    CsvTableReader table =
        new CsvTableReader(
            faults, List.of("id", "name", "county"), List.of("longitude", "latitude"));
    isReadable = table.read(files, FILE, this::row);
    if (isReadable && table.has(LONGITUDE) != table.has(LATITUDE)) {
      faults.add(1, 1, "has only one of the columns longitude and latitude, expected both or none");
    }
    if (isReadable && rowById.isEmpty() && faults.isEmpty()) {
      faults.addOfWhole("has no municipality");
    }
  }

  /** Whether the rows could be read, so that an id not among them is unknown. */
  boolean isReadable() {
    return isReadable && !isTooLong;
  }

  /** Whether the file has no errors. */
  boolean isSound() {
    return faults.isEmpty();
  }

  List<FileFault> faults() {
    return faults.inOrder();
  }

  /** The row number of each id, from 0. */
  Map<String, Integer> rowById() {
    return rowById;
  }

  private void row(CsvTableReader table) {
    if (rowById.size() >= FiguresFormat.MOST_MUNICIPALITIES) {
      if (!isTooLong) {
        table.fault(ID, "is one municipality more than " + FiguresFormat.MOST_MUNICIPALITIES);
      }
      isTooLong = true;
      return;
    }
    String id = table.field(ID);
    boolean sound = isSound(table, ID, TextRules.idFault(id));
    sound &= isSound(table, NAME, nameFault(table.field(NAME)));
    sound &= isSound(table, ID, ids.add(id));
    sound &= isSound(table, NAME, names.add(table.field(NAME)));
    sound &= isSound(table, COUNTY, countyFault(table.field(COUNTY)));
    sound &= isSound(table, COUNTY, countyIds.add(table.field(COUNTY)));
    double longitude = coordinate(table, LONGITUDE, 180);
    double latitude = coordinate(table, LATITUDE, 90);
    if (Double.isNaN(longitude) != Double.isNaN(latitude)
        && table.has(LONGITUDE)
        && table.has(LATITUDE)) {
      int absent = Double.isNaN(longitude) ? LONGITUDE : LATITUDE;
      table.fault(absent, "is empty, expected both longitude and latitude or neither");
    }
    if (!id.isEmpty() && rowById.putIfAbsent(id, rowById.size()) != null) {
      table.fault(ID, "is " + TextRules.quoted(id) + ", a municipality named before");
    } else if (sound) {
      builder.municipality(id, table.field(NAME), table.field(COUNTY), longitude, latitude);
    }
  }

  private static boolean isSound(CsvTableReader table, int column, @Nullable String wrong) {
    if (wrong != null) {
      table.fault(column, wrong);
    }
    return wrong == null;
  }

  private static @Nullable String nameFault(String name) {
    return name.isBlank()
        ? "is empty, expected a name"
        : TextRules.nameFault(name, TextRules.LONGEST_NAME);
  }

  private @Nullable String countyFault(String county) {
    if (counties.isEmpty() || county.isEmpty() || counties.contains(county)) {
      return TextRules.idFault(county);
    }
    return "is " + TextRules.quoted(county) + ", not a county of " + DescriptionFile.FILE;
  }

  private static double coordinate(CsvTableReader table, int column, int most) {
    String text = table.field(column);
    if (text.isEmpty()) {
      return Double.NaN;
    }
    double degrees = CellText.number(text);
    if (!(Math.abs(degrees) <= most)) {
      table.fault(
          column, "is " + TextRules.quoted(text) + ", expected degrees -" + most + ".." + most);
      return 0;
    }
    return degrees;
  }
}
