package io.bosett.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The builder of a {@link Dataset}. Rows and cells come in any order. Callers validate their input
 * first: errors here are defects and throw {@link IllegalArgumentException}.
 */
public final class DatasetBuilder {
  final String id;
  final String title;
  final List<String> notes = new ArrayList<>();
  final Map<String, County> countyById = new HashMap<>();
  final Map<String, Indicator> indicators = new HashMap<>();
  String[] ids = {};
  String[] names = {};
  String[] counties = {};
  double[] longitudes = {};
  double[] latitudes = {};
  @Nullable String contentHash;
  DatasetHistory history = DatasetHistory.NONE;
  @Nullable Tile[] tiles = {};
  @Nullable String[] languages = {};
  @Nullable Boundary[] boundaries = {};

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> rowById = new HashMap<>();
  private final Map<String, Tile> tileById = new HashMap<>();
  private final Map<String, String> languageById = new HashMap<>();
  private final Map<String, Boundary> boundaryById = new HashMap<>();
  private final Map<String, Map<Integer, Cells>> cells = new HashMap<>();
  private int[] positionOfRow = {};

  /**
   * @param id as scenarios name the dataset; empty for figures carried by a scenario
   * @param title for people
   */
  public DatasetBuilder(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** A builder that holds all that a dataset has, its hash to be computed anew. */
  public static DatasetBuilder of(Dataset dataset) {
    DatasetBuilder builder = new DatasetBuilder(dataset.id(), dataset.title());
    dataset.notes().forEach(builder::note);
    builder.countyById.putAll(dataset.counties());
    builder.indicators.putAll(dataset.indicators());
    builder.history = dataset.history();
    for (int i = 0; i < dataset.size(); i++) {
      builder.municipality(dataset, i);
    }
    for (String indicator : dataset.indicators().keySet()) {
      for (int year : dataset.years(indicator)) {
        builder.column(dataset, indicator, year);
      }
    }
    return builder;
  }

  private void municipality(Dataset dataset, int position) {
    String code = dataset.municipality(position);
    municipality(
        code,
        dataset.name(position),
        dataset.county(position),
        dataset.longitude(position),
        dataset.latitude(position));
    Boundary boundary = dataset.boundary(position);
    if (boundary != null) {
      boundary(code, boundary);
    }
    Tile tile = dataset.tile(position);
    if (tile != null) {
      tile(code, tile);
    }
    String language = dataset.language(position);
    if (language != null) {
      language(code, language);
    }
  }

  private void column(Dataset dataset, String indicator, int year) {
    Column column = dataset.column(indicator, year);
    for (int i = 0; column != null && i < dataset.size(); i++) {
      if (column.isSuppressed(i)) {
        suppressed(dataset.municipality(i), indicator, year);
      } else if (column.isNumber(i)) {
        number(dataset.municipality(i), indicator, year, column.value(i));
      }
    }
  }

  /** Sets spellings, changes of codes, and provenance. */
  public DatasetBuilder history(DatasetHistory of) {
    history = of;
    return this;
  }

  /** Adds a note for readers of the figures. */
  public DatasetBuilder note(String note) {
    notes.add(note);
    return this;
  }

  /**
   * Sets the hash of a list that a document carries as it stands; without it the hash is computed
   * from the figures.
   */
  public DatasetBuilder contentHash(String hash) {
    contentHash = hash;
    return this;
  }

  /** Names a county; a county without a name is shown by its id. */
  public DatasetBuilder county(String countyId, String name) {
    countyById.put(countyId, new County(countyId, name));
    return this;
  }

  /** Describes an indicator. */
  public DatasetBuilder indicator(Indicator indicator) {
    indicators.put(indicator.id(), indicator);
    return this;
  }

  /** Adds a municipality without coordinates. */
  public DatasetBuilder municipality(String municipality, String name, String county) {
    return municipality(municipality, name, county, Double.NaN, Double.NaN);
  }

  /** Adds a municipality; longitude and latitude in degrees (WGS 84) or {@code NaN}. */
  public DatasetBuilder municipality(
      String municipality, String name, String county, double longitude, double latitude) {
    if (rowById.put(municipality, rows.size()) != null) {
      throw new IllegalArgumentException("municipality '" + municipality + "' added twice");
    }
    rows.add(new Row(municipality, name, county, longitude, latitude));
    countyById.putIfAbsent(county, new County(county, county));
    return this;
  }

  /** Places a municipality on the map of tiles. */
  public DatasetBuilder tile(String municipality, Tile tile) {
    row(municipality);
    tileById.put(municipality, tile);
    return this;
  }

  /** Says the official form of a municipality's language: nb, nn or neutral. */
  public DatasetBuilder language(String municipality, String language) {
    row(municipality);
    languageById.put(municipality, language);
    return this;
  }

  /** Gives a municipality, which may be added later, its boundary. */
  public DatasetBuilder boundary(String municipality, Boundary boundary) {
    boundaryById.put(municipality, boundary);
    return this;
  }

  /** Sets a cell to a finite number. */
  public DatasetBuilder number(String municipality, String indicator, int year, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "cell " + municipality + "/" + indicator + "/" + year + " is " + value);
    }
    cells(indicator, year).set(row(municipality), value);
    return this;
  }

  /** Marks a cell as suppressed. */
  public DatasetBuilder suppressed(String municipality, String indicator, int year) {
    cells(indicator, year).suppress(row(municipality));
    return this;
  }

  /** Builds the dataset; the builder cannot be used afterwards. */
  public Dataset build() {
    Integer[] order = new Integer[rows.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Ids.BY_CODE_POINT.compare(rows.get(a).id, rows.get(b).id));
    int n = order.length;
    ids = new String[n];
    names = new String[n];
    counties = new String[n];
    longitudes = new double[n];
    latitudes = new double[n];
    tiles = new Tile[n];
    languages = new String[n];
    boundaries = new Boundary[n];
    positionOfRow = new int[n];
    for (int position = 0; position < n; position++) {
      Row row = rows.get(order[position]);
      positionOfRow[order[position]] = position;
      ids[position] = row.id;
      names[position] = row.name;
      counties[position] = row.county;
      longitudes[position] = row.longitude;
      latitudes[position] = row.latitude;
      tiles[position] = tileById.get(row.id);
      languages[position] = languageById.get(row.id);
      boundaries[position] = boundaryById.get(row.id);
    }
    return new Dataset(this);
  }

  NavigableMap<String, NavigableMap<Integer, Column>> columns() {
    NavigableMap<String, NavigableMap<Integer, Column>> columns = new TreeMap<>();
    cells.forEach(
        (indicator, byYear) -> {
          NavigableMap<Integer, Column> sorted = new TreeMap<>();
          byYear.forEach((year, c) -> sorted.put(year, c.column(positionOfRow)));
          columns.put(indicator, sorted);
        });
    return columns;
  }

  private int row(String municipality) {
    Integer row = rowById.get(municipality);
    if (row == null) {
      throw new IllegalArgumentException("no municipality '" + municipality + "'");
    }
    return row;
  }

  private Cells cells(String indicator, int year) {
    indicators.computeIfAbsent(indicator, name -> new Indicator(name, "", "", "", ""));
    return cells
        .computeIfAbsent(indicator, name -> new HashMap<>())
        .computeIfAbsent(year, y -> new Cells());
  }

  private record Row(String id, String name, String county, double longitude, double latitude) {}

  /** Growing cells of one indicator and year, by row. */
  private static final class Cells {
    private double[] values = {};
    private final BitSet suppressed = new BitSet();

    void set(int row, double value) {
      if (row >= values.length) {
        int old = values.length;
        values = Arrays.copyOf(values, Math.max(row + 1, 2 * old));
        Arrays.fill(values, old, values.length, Double.NaN);
      }
      values[row] = value;
      suppressed.clear(row);
    }

    void suppress(int row) {
      suppressed.set(row);
    }

    Column column(int[] positionOfRow) {
      double[] byPosition = new double[positionOfRow.length];
      BitSet suppressedByPosition = new BitSet();
      for (int row = 0; row < positionOfRow.length; row++) {
        byPosition[positionOfRow[row]] = row < values.length ? values[row] : Double.NaN;
        if (suppressed.get(row)) {
          suppressedByPosition.set(positionOfRow[row]);
          byPosition[positionOfRow[row]] = Double.NaN;
        }
      }
      return new Column(byPosition, suppressedByPosition);
    }
  }
}
