package io.bosett.documents.dataset;

import io.bosett.documents.csv.CellText;
import io.bosett.documents.json.CanonicalForm;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Column;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Missing;
import io.bosett.model.Tile;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code municipalities}: figures carried by a document. A name that is not given is the id; a
 * county that is not given is the empty text and is only asked for where a criterion takes the
 * county's mean. A cell is a number, {@code "s"} for suppressed, or null or not there for missing.
 */
public final class FiguresFormat {
  /** The last year allowed. */
  public static final int LAST_YEAR = 9_999;

  /** The limit on the municipalities of a dataset. */
  public static final int MOST_MUNICIPALITIES = 2_000_000;

  private static final int MOST_LONGITUDE = 180;
  private static final int MOST_LATITUDE = 90;

  private final DatasetBuilder builder;
  private final Rules rules;
  private final Set<String> seen = new HashSet<>();
  private final Map<Tile, String> tiles = new HashMap<>();
  private final LookAlikes ids = new LookAlikes();
  private final LookAlikes names = new LookAlikes();
  private final LookAlikes countyIds = new LookAlikes();
  private final LookAlikes indicatorIds = new LookAlikes();
  private final Set<String> seenIndicators = new HashSet<>();

  private FiguresFormat(DatasetBuilder builder, Rules rules) {
    this.builder = builder;
    this.rules = rules;
  }

  /**
   * Further rules on figures.
   *
   * @param needsCounty whether every municipality must name its county
   * @param places whether longitude and latitude, tile and language may be given
   * @param asItStands whether their hash is that of the list as it stands
   * @param counties the ids known; when there are none, any will do
   * @param indicators the ids known, or null when any will do
   */
  public record Rules(
      boolean needsCounty,
      boolean places,
      boolean asItStands,
      Set<String> counties,
      @Nullable Set<String> indicators) {
    /** Figures without a description, carried by a scenario or a certificate. */
    public static Rules free(boolean needsCounty) {
      return new Rules(needsCounty, false, true, Set.of(), null);
    }
  }

  public static @Nullable Dataset read(JsonCursor at, List<Criterion> criteria) {
    return read(at, new DatasetBuilder("", ""), Rules.free(needsCounty(criteria)));
  }

  /** Reads figures into a dataset whose id and title are given. */
  public static @Nullable Dataset read(JsonCursor at, DatasetBuilder builder, Rules rules) {
    if (!at.isPresent()) {
      at.faultKind("a list"); // where it is required
      return null;
    }
    FiguresFormat reader = new FiguresFormat(builder, rules);
    List<JsonCursor> items = at.items(MOST_MUNICIPALITIES);
    items.forEach(reader::municipality);
    if (at.value() instanceof JsonValue.Items && items.isEmpty()) {
      at.fault("is empty", "at least one municipality");
    }
    if (rules.asItStands && at.faults().isEmpty()) {
      builder.contentHash(CanonicalForm.hash(at));
    }
    return builder.build();
  }

  private static boolean needsCounty(List<Criterion> criteria) {
    for (Criterion criterion : criteria) {
      Criterion.Tilt tilt = criterion.tilt();
      if (criterion.base().missing() == Missing.COUNTY
          || (tilt != null && tilt.missing() == Missing.COUNTY)) {
        return true;
      }
    }
    return false;
  }

  private void municipality(JsonCursor at) {
    ObjectFields fields =
        rules.places
            ? at.fields(
                "id", "name", "county", "longitude", "latitude", "tile", "language", "indicators")
            : at.fields("id", "name", "county", "indicators");
    JsonCursor idAt = fields.need("id");
    String id = idAt.id();
    String name = fields.get("name").text(TextRules.LONGEST_NAME, id);
    String county = county(fields.get("county"), fields.isObject());
    double longitude = degrees(fields.get("longitude"), fields.get("latitude"), MOST_LONGITUDE);
    double latitude = degrees(fields.get("latitude"), fields.get("longitude"), MOST_LATITUDE);
    ids.add(idAt, id);
    names.add(fields.get("name"), name);
    boolean isNew = !id.isEmpty() && seen.add(id);
    if (isNew) {
      builder.municipality(id, name, county, longitude, latitude);
      onMap(fields, id);
    } else if (!id.isEmpty()) {
      idAt.fault("is " + TextRules.quoted(id) + ", named a second time", "every id once");
    }
    for (JsonCursor indicator : fields.need("indicators").entries().all()) {
      indicator(indicator, isNew ? id : null);
    }
  }

  private void onMap(ObjectFields fields, String id) {
    JsonCursor tileAt = fields.get("tile");
    if (tileAt.isPresent()) {
      ObjectFields tile = tileAt.fields("column", "row");
      int column = tile.need("column").whole(0, Tile.MOST, 0);
      Tile place = new Tile(column, tile.need("row").whole(0, Tile.MOST, 0));
      String other = tiles.putIfAbsent(place, id);
      if (other != null) {
        tileAt.fault("is the tile of " + TextRules.quoted(other) + " too", "a tile of its own");
      }
      builder.tile(id, place);
    }
    JsonCursor language = fields.get("language");
    if (language.isPresent()) {
      builder.language(id, language.choice(MapCsv.LANGUAGES, ""));
    }
  }

  private String county(JsonCursor at, boolean isExpected) {
    if (rules.needsCounty && isExpected && !at.isPresent()) {
      at.fault("is missing, and a criterion takes the county's mean", "");
    }
    String id = at.isPresent() ? at.id() : "";
    if (!id.isEmpty() && !rules.counties.isEmpty() && !rules.counties.contains(id)) {
      at.fault("is " + TextRules.quoted(id) + ", not a county of the document", "one of counties");
    } else if (rules.counties.isEmpty()) {
      countyIds.add(at, id);
    }
    return id;
  }

  private double degrees(JsonCursor at, JsonCursor other, int most) {
    if (!rules.places) {
      return Double.NaN;
    }
    if (other.isPresent() && !at.isPresent()) {
      at.fault("is missing", "both longitude and latitude, or neither");
    }
    return at.number(-most, most, Double.NaN);
  }

  private void indicator(JsonCursor at, @Nullable String municipality) {
    String indicator = at.name();
    String wrong = TextRules.idFault(indicator);
    if (wrong != null) {
      at.fault("stands under a name that " + wrong, "the id of an indicator");
      return;
    }
    if (rules.indicators != null && !rules.indicators.contains(indicator)) {
      at.fault("is not an indicator of the document", "one of indicators");
    }
    if (seenIndicators.add(indicator)) {
      indicatorIds.add(at, indicator);
    }
    for (JsonCursor cell : at.entries().all()) {
      Integer year = CellText.year(cell.name());
      if (year == null) {
        cell.fault("stands under a name that is not a year", "0.." + LAST_YEAR);
      } else {
        cell(cell, municipality, indicator, year);
      }
    }
  }

  private void cell(JsonCursor at, @Nullable String municipality, String indicator, int year) {
    if (at.value() instanceof JsonValue.Null) {
      return;
    }
    if (at.value() instanceof JsonValue.Text text) {
      if (!text.text().equals(CellText.SUPPRESSED)) {
        at.fault("is " + text.describe() + ", neither a number nor \"s\"", "a number, \"s\", null");
      } else if (municipality != null) {
        builder.suppressed(municipality, indicator, year);
      }
      return;
    }
    Double value = at.numberOrNull(-Double.MAX_VALUE, Double.MAX_VALUE);
    if (value != null && municipality != null) {
      builder.number(municipality, indicator, year, value);
    }
  }

  /**
   * The parts of a municipality that are written.
   *
   * @param tiles the tile of each municipality by its position, or null when neither tiles nor
   *     languages are written
   * @param points whether longitude and latitude are written, where they are known
   * @param cells the cells that are written, each {@code indicator:year}, or null for all
   */
  record Parts(
      @Nullable IntFunction<@Nullable Tile> tiles,
      boolean points,
      @Nullable Collection<String> cells) {}

  /** Writes the figures, without longitude, latitude, tile and language. */
  public static void write(JsonWriter out, String name, Dataset dataset) {
    write(out, name, dataset, new Parts(null, false, null));
  }

  /** Writes longitude, latitude, tile and language too, where they are known. */
  static void writeWithPlaces(JsonWriter out, String name, Dataset dataset) {
    write(out, name, dataset, new Parts(dataset::tile, true, null));
  }

  static void write(JsonWriter out, String name, Dataset dataset, Parts parts) {
    Collection<String> cells = parts.cells;
    SortedMap<String, SortedMap<Integer, Column>> columns = columns(dataset);
    if (cells != null) {
      columns.forEach(
          (id, years) -> years.keySet().removeIf(year -> !cells.contains(id + ":" + year)));
    }
    Iterable<Integer> positions = () -> IntStream.range(0, dataset.size()).iterator();
    out.<Integer>list(name, positions, (o, i) -> municipality(o, dataset, columns, i, parts));
  }

  private static SortedMap<String, SortedMap<Integer, Column>> columns(Dataset dataset) {
    SortedMap<String, SortedMap<Integer, Column>> columns = new TreeMap<>();
    for (String indicator : dataset.indicators().keySet()) {
      SortedMap<Integer, Column> byYear = new TreeMap<>();
      for (int year : dataset.years(indicator)) {
        Column column = dataset.column(indicator, year);
        if (column != null) {
          byYear.put(year, column);
        }
      }
      columns.put(indicator, byYear);
    }
    return columns;
  }

  private static void municipality(
      JsonWriter out,
      Dataset dataset,
      Map<String, SortedMap<Integer, Column>> columns,
      int position,
      Parts parts) {
    out.object(
        () -> {
          out.text("id", dataset.municipality(position)).text("name", dataset.name(position));
          if (!dataset.county(position).isEmpty()) {
            out.text("county", dataset.county(position));
          }
          if (parts.points && !Double.isNaN(dataset.longitude(position))) {
            out.exact("longitude", dataset.longitude(position));
            out.exact("latitude", dataset.latitude(position));
          }
          if (parts.tiles != null) {
            writeOnMap(out, parts.tiles.apply(position), dataset.language(position));
          }
          out.object(
              "indicators", () -> columns.forEach((id, years) -> cells(out, id, years, position)));
        });
  }

  private static void writeOnMap(JsonWriter out, @Nullable Tile tile, @Nullable String language) {
    if (tile != null) {
      out.object("tile", () -> out.whole("column", tile.column()).whole("row", tile.row()));
    }
    out.optional("language", language, JsonWriter::text);
  }

  private static void cells(
      JsonWriter out, String indicator, SortedMap<Integer, Column> byYear, int position) {
    if (byYear.values().stream().allMatch(column -> column.isMissing(position))) {
      return;
    }
    out.object(
        indicator,
        () ->
            byYear.forEach((year, column) -> cell(out, Integer.toString(year), column, position)));
  }

  private static void cell(JsonWriter out, String year, Column column, int position) {
    if (column.isSuppressed(position)) {
      out.text(year, CellText.SUPPRESSED);
    } else if (column.isNumber(position)) {
      out.exact(year, column.value(position));
    }
  }
}
