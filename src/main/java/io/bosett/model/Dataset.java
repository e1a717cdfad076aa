package io.bosett.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A dataset: municipalities and their indicators, one {@link Column} per indicator and year.
 * Municipalities are in ascending order of their id (by code point), in whatever order they were
 * read; a position is an index into that order. Made by {@link DatasetBuilder}.
 */
public final class Dataset {
  private final String id;
  private final String title;
  private final List<String> notes;
  private final String[] ids;
  private final String[] names;
  private final String[] counties;
  private final double[] longitudes;
  private final double[] latitudes;
  private final @Nullable Tile[] tiles;
  private final @Nullable String[] languages;
  private final @Nullable Boundary[] boundaries;
  private final NavigableMap<String, County> countyById;
  private final NavigableMap<String, Indicator> indicators;
  private final NavigableMap<String, NavigableMap<Integer, Column>> columns;
  private final String contentHash;
  private final DatasetHistory history;

  Dataset(DatasetBuilder from) {
    id = from.id;
    title = from.title;
    notes = List.copyOf(from.notes);
    ids = from.ids;
    names = from.names;
    counties = from.counties;
    longitudes = from.longitudes;
    latitudes = from.latitudes;
    tiles = from.tiles;
    languages = from.languages;
    boundaries = from.boundaries;
    countyById = Collections.unmodifiableNavigableMap(new TreeMap<>(from.countyById));
    indicators = Collections.unmodifiableNavigableMap(new TreeMap<>(from.indicators));
    columns = from.columns();
    history = from.history;
    contentHash = from.contentHash == null ? DatasetHash.of(this) : from.contentHash;
  }

  private Dataset(Dataset from, NavigableMap<String, NavigableMap<Integer, Column>> otherColumns) {
    id = from.id;
    title = from.title;
    notes = from.notes;
    ids = from.ids;
    names = from.names;
    counties = from.counties;
    longitudes = from.longitudes;
    latitudes = from.latitudes;
    tiles = from.tiles;
    languages = from.languages;
    boundaries = from.boundaries;
    countyById = from.countyById;
    indicators = from.indicators;
    columns = otherColumns;
    history = from.history;
    contentHash = "";
  }

  /**
   * The same figures but for some cells of one municipality, for an analysis that asks what would
   * be if; its content hash is empty.
   *
   * @param indicator that has a cell in each of the years
   * @param position of the municipality
   * @param byYear the numbers, by year
   */
  public Dataset withNumbers(String indicator, int position, Map<Integer, Double> byYear) {
    NavigableMap<String, NavigableMap<Integer, Column>> changed = new TreeMap<>(columns);
    NavigableMap<Integer, Column> years = new TreeMap<>(columns.get(indicator));
    byYear.forEach(
        (year, number) ->
            years.computeIfPresent(year, (same, column) -> column.with(position, number)));
    changed.put(indicator, years);
    return new Dataset(this, changed);
  }

  /** The id scenarios use; empty for figures carried by a scenario itself. */
  public String id() {
    return id;
  }

  /** A title for people. */
  public String title() {
    return title;
  }

  /** Notes that readers of the figures should know. */
  public List<String> notes() {
    return notes;
  }

  /** Number of municipalities. */
  public int size() {
    return ids.length;
  }

  /** The id of the municipality at a position. */
  public String municipality(int position) {
    return ids[position];
  }

  /** The name of the municipality at a position. */
  public String name(int position) {
    return names[position];
  }

  /** The county id of the municipality at a position. */
  public String county(int position) {
    return counties[position];
  }

  /** Longitude in degrees (WGS 84), or {@code NaN} when unknown. */
  public double longitude(int position) {
    return longitudes[position];
  }

  /** Latitude in degrees (WGS 84), or {@code NaN} when unknown. */
  public double latitude(int position) {
    return latitudes[position];
  }

  /** The municipality's place on the map of tiles, or null when it has none. */
  public @Nullable Tile tile(int position) {
    return tiles[position];
  }

  /** The official form of the language: nb, nn or neutral; null when not known. */
  public @Nullable String language(int position) {
    return languages[position];
  }

  /** The municipality's boundary, or null when it has none. */
  public @Nullable Boundary boundary(int position) {
    return boundaries[position];
  }

  /** Whether at least one municipality has a boundary. */
  public boolean hasBoundaries() {
    return Arrays.stream(boundaries).anyMatch(Objects::nonNull);
  }

  /** The position of a municipality, or -1 when the dataset has none of this id. */
  public int position(String municipality) {
    return Math.max(-1, Arrays.binarySearch(ids, municipality, Ids.BY_CODE_POINT));
  }

  /** The counties by id. */
  public NavigableMap<String, County> counties() {
    return countyById;
  }

  /** The indicators by id, those without any cell included. */
  public NavigableMap<String, Indicator> indicators() {
    return indicators;
  }

  /** The years, ascending, in which an indicator has a cell; empty for an unknown indicator. */
  public List<Integer> years(String indicator) {
    SortedMap<Integer, Column> byYear = columns.get(indicator);
    return byYear == null ? List.of() : new ArrayList<>(byYear.keySet());
  }

  /** The newest year that any figure has, or null when there is no figure. */
  public @Nullable Integer newestYear() {
    return columns.values().stream()
        .flatMap(byYear -> byYear.keySet().stream())
        .max(Integer::compare)
        .orElse(null);
  }

  /** The cells of an indicator in a year, or null when there is no cell at all. */
  public @Nullable Column column(String indicator, int year) {
    SortedMap<Integer, Column> byYear = columns.get(indicator);
    return byYear == null ? null : byYear.get(year);
  }

  /**
   * SHA-256 in hexadecimal of the list {@code municipalities} in a certificate, in the canonical
   * form of RFC 8785: of figures that a document carries, the list as it stands there; else as in
   * {@link DatasetHash}. Titles, notes, units and coordinates do not enter.
   */
  public String contentHash() {
    return contentHash;
  }

  /** Spellings, changes of codes, and the provenance of the figures. */
  public DatasetHistory history() {
    return history;
  }

  /** The ids of all municipalities, ascending. */
  public List<String> municipalities() {
    return List.of(ids);
  }
}
