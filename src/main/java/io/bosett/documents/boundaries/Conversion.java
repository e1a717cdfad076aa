package io.bosett.documents.boundaries;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.dataset.HistoryFiles;
import io.bosett.documents.imports.facts.LabelWords;
import io.bosett.documents.imports.facts.Question;
import io.bosett.documents.imports.folder.Cell;
import io.bosett.documents.imports.folder.IndicatorTable;
import io.bosett.model.CodeChange;
import io.bosett.model.Dataset;
import io.bosett.model.Indicator;
import io.bosett.model.Tile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A dataset carried over to the municipalities of a later year. */
public final class Conversion {
  /** The weight of a rate that is not carried over where parts are joined. */
  public static final String NONE = "none";

  private final Path folder;
  private final Dataset dataset;
  private final Lineage lineage;
  private final int from;
  private final int to;
  private final Territory territory;
  private final Map<String, String> weights;
  private final Carried carried = new Carried();
  private final List<Municipality> municipalities = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final Map<String, Map<Integer, Map<String, @Nullable BigDecimal>>> figures =
      new TreeMap<>();

  private Conversion(
      Path folder,
      Dataset dataset,
      Lineage lineage,
      int from,
      int to,
      Map<String, String> weights) {
    this.folder = folder;
    this.dataset = dataset;
    this.lineage = lineage;
    this.from = from;
    this.to = to;
    this.weights = weights;
    this.territory = new Territory(lineage, dataset.municipalities(), from, to);
  }

  /**
   * Converts the dataset of a folder.
   *
   * @param to the year whose boundaries are wanted
   * @param weights for rates the indicator that weighs them, or {@link #NONE}
   * @throws io.bosett.documents.csv.InvalidFilesException when the folder is no sound dataset
   * @throws IllegalArgumentException when its codes are of no year before, with the reason
   */
  public static Conversion of(Path folder, int to, Map<String, String> weights) throws IOException {
    Dataset dataset = DatasetFolder.read(folder);
    List<CodeChange> changes = dataset.history().changes();
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("has no " + HistoryFiles.CHANGES);
    }
    Lineage lineage = new Lineage(changes);
    Integer from = lineage.yearOf(dataset.municipalities());
    if (from == null) {
      throw new IllegalArgumentException(
          "has municipalities that were never valid in the same year");
    }
    if (to < from) {
      throw new IllegalArgumentException(
          "has the boundaries of " + from + "; figures are only carried forward");
    }
    Conversion conversion = new Conversion(folder, dataset, lineage, from, to, weights);
    conversion.carry();
    return conversion;
  }

  private void carry() throws IOException {
    for (Cell cell : IndicatorTable.read(folder).cells()) {
      figures
          .computeIfAbsent(cell.indicator(), indicator -> new TreeMap<>())
          .computeIfAbsent(cell.year(), year -> new LinkedHashMap<>())
          .put(cell.municipality(), cell.isSuppressed() ? null : new BigDecimal(cell.value()));
    }
    figures.forEach(
        (indicator, byYear) ->
            byYear.forEach((year, column) -> carry(new Carried.Column(indicator, year), column)));
    PlaceCarrying places = new PlaceCarrying(territory, dataset);
    for (String code : territory.codes()) {
      municipalities.add(municipality(code, places));
    }
    carried.lists().addAll(places.lists());
  }

  private void carry(Carried.Column column, Map<String, @Nullable BigDecimal> values) {
    if (!isRate(column.indicator())) {
      new CountCarrying(territory, column, carried).carry(values);
      return;
    }
    String weight = weights.get(column.indicator());
    boolean isNeeded = values.keySet().stream().anyMatch(code -> !territory.isSame(code));
    if (weight == null && isNeeded) {
      ask(column.indicator());
    }
    Map<String, @Nullable BigDecimal> weighing =
        weight == null || weight.equals(NONE) ? Map.of() : weighing(weight, column);
    new RateCarrying(territory, column, carried, weighing).carry(values);
  }

  /** The weights of the same year, else of the nearest, which is said. */
  private Map<String, @Nullable BigDecimal> weighing(String weight, Carried.Column column) {
    Map<Integer, Map<String, @Nullable BigDecimal>> byYear = figures.getOrDefault(weight, Map.of());
    Integer nearest = null;
    for (Integer year : byYear.keySet()) {
      int distance = Math.abs(year - column.year());
      nearest = nearest == null || distance < Math.abs(nearest - column.year()) ? year : nearest;
    }
    if (nearest == null) {
      return Map.of();
    }
    if (nearest != column.year()) {
      carried.list(column, "weighted by " + weight + " of " + nearest);
    }
    return byYear.getOrDefault(nearest, Map.of());
  }

  private void ask(String rate) {
    Question question =
        new Question(
            "by which indicator are the parts of '" + rate + "' weighted, a rate?",
            "--weight " + rate + "=INDICATOR, or " + rate + "=" + NONE + " to leave them empty",
            Question.Form.open("weight", rate + "=", ""));
    if (!questions.contains(question)) {
      questions.add(question);
    }
  }

  private boolean isRate(String id) {
    Indicator indicator = dataset.indicators().get(id);
    return indicator != null && LabelWords.contains(LabelWords.Kind.RATE, indicator.unit());
  }

  /** What must be answered first. */
  public List<Question> questions() {
    return List.copyOf(questions);
  }

  /** The year whose boundaries the dataset has. */
  public int from() {
    return from;
  }

  /** The year whose boundaries it gets. */
  public int to() {
    return to;
  }

  /** All cells in the new boundaries. */
  public List<Cell> cells() {
    return List.copyOf(carried.cells());
  }

  /** What stays empty or holds less than all, one line each. */
  public List<String> lists() {
    return new ArrayList<>(new TreeSet<>(carried.lists()));
  }

  /** The new municipalities. */
  public List<Municipality> municipalities() {
    return municipalities;
  }

  /**
   * A municipality in the new boundaries.
   *
   * @param id its code
   * @param name its name
   * @param county the id of its county
   * @param longitude in degrees, NaN when not known
   * @param latitude in degrees, NaN when not known
   * @param tile its place on the map of tiles, or null
   * @param language the official form of its language, or null
   */
  public record Municipality(
      String id,
      String name,
      String county,
      double longitude,
      double latitude,
      @Nullable Tile tile,
      @Nullable String language) {}

  private Municipality municipality(String code, PlaceCarrying places) {
    int same = dataset.position(code);
    String renamed = lineage.name(code, to);
    boolean isOld = same >= 0 && lineage.forward(code, from, to).get(0).code().equals(code);
    String name = renamed != null || same < 0 ? String.valueOf(renamed) : dataset.name(same);
    String county = isOld ? dataset.county(same) : county(code);
    double[] point = places.point(code);
    return new Municipality(
        code, name, county, point[0], point[1], places.tile(code), places.language(code));
  }

  /** Codes begin with the county's, where those of the dataset do. */
  private String county(String code) {
    String county = dataset.county(0);
    boolean begins = true;
    for (int i = 0; i < dataset.size(); i++) {
      begins &= dataset.municipality(i).startsWith(dataset.county(i));
    }
    return begins && code.length() > county.length() ? code.substring(0, county.length()) : county;
  }

  Path folder() {
    return folder;
  }

  Dataset dataset() {
    return dataset;
  }
}
