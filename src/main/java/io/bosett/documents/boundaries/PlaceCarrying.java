package io.bosett.documents.boundaries;

import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Carries over where municipalities lie and what their language is. A point is the mean of the
 * parts by area; a tile is that of the part nearest to the mean of the parts' tiles by area, so
 * that no two are the same; a language stays where the territory does. The area is the indicator
 * {@code area} in its newest year; without it all parts count alike.
 */
final class PlaceCarrying {
  private static final String AREA = "area";

  /** Height of a row of hexagons in widths of a tile. */
  private static final double ROW = Math.sqrt(3) / 2;

  private final Territory territory;
  private final Dataset dataset;
  private final @Nullable Column area;
  private final TreeSet<String> withoutPoint = new TreeSet<>();
  private final TreeSet<String> withoutTile = new TreeSet<>();
  private final TreeSet<String> withoutLanguage = new TreeSet<>();

  PlaceCarrying(Territory territory, Dataset dataset) {
    this.territory = territory;
    this.dataset = dataset;
    List<Integer> years = dataset.years(AREA);
    this.area = years.isEmpty() ? null : dataset.column(AREA, years.get(years.size() - 1));
  }

  /** A part of a later municipality: an earlier one with the area that it brings. */
  private record Part(int position, double area, boolean isWhole) {}

  /** Longitude and latitude, NaN when a part has none. */
  double[] point(String code) {
    double all = 0;
    double longitude = 0;
    double latitude = 0;
    for (Part part : parts(code)) {
      all += part.area;
      longitude += part.area * dataset.longitude(part.position);
      latitude += part.area * dataset.latitude(part.position);
    }
    if (Double.isNaN(longitude)) {
      withoutPoint.add(code);
    }
    return new double[] {longitude / all, latitude / all};
  }

  /** The tile, or null when no part that went there whole has one. */
  @Nullable Tile tile(String code) {
    List<Part> parts = parts(code).stream().filter(part -> tile(part) != null).toList();
    double all = parts.stream().mapToDouble(Part::area).sum();
    double x = 0;
    double y = 0;
    for (Part part : parts) {
      x += part.area * x(tile(part)) / all;
      y += part.area * y(tile(part)) / all;
    }
    Tile best = null;
    double nearest = Double.POSITIVE_INFINITY;
    for (Part part : parts) {
      double distance = Math.hypot(x(tile(part)) - x, y(tile(part)) - y);
      if (part.isWhole && distance < nearest) {
        best = tile(part);
        nearest = distance;
      }
    }
    if (best == null) {
      withoutTile.add(code);
    }
    return best;
  }

  private @Nullable Tile tile(Part part) {
    return dataset.tile(part.position);
  }

  /** Odd rows are shifted by half a tile to the right. */
  private static double x(@Nullable Tile tile) {
    return tile == null ? Double.NaN : tile.column() + (tile.row() & 1) / 2.0;
  }

  private static double y(@Nullable Tile tile) {
    return tile == null ? Double.NaN : ROW * tile.row();
  }

  /** The language where the territory is that of one earlier municipality, else null. */
  @Nullable String language(String code) {
    List<String> sources = territory.sources(code);
    boolean isSame = sources.size() == 1 && territory.isSame(sources.get(0));
    String language = isSame ? dataset.language(dataset.position(sources.get(0))) : null;
    if (language == null) {
      withoutLanguage.add(code);
    }
    return language;
  }

  /** The parts of a municipality; of what was divided without a known share each counts whole. */
  private List<Part> parts(String code) {
    List<Part> parts = new ArrayList<>();
    for (String source : territory.sources(code)) {
      int position = dataset.position(source);
      double whole = area == null || !area.isNumber(position) ? 1 : area.value(position);
      for (Lineage.Share share : territory.shares(source)) {
        if (share.code().equals(code)) {
          BigDecimal weight = share.weight();
          boolean isWhole = weight != null && weight.compareTo(BigDecimal.ONE) == 0;
          parts.add(
              new Part(position, whole * (weight == null ? 1 : weight.doubleValue()), isWhole));
        }
      }
    }
    return parts;
  }

  /** Which municipalities have less than before, one line for each kind. */
  List<String> lists() {
    List<String> lists = new ArrayList<>();
    boolean points = false;
    boolean tiles = false;
    boolean languages = false;
    for (int i = 0; i < dataset.size(); i++) {
      points |= !Double.isNaN(dataset.longitude(i));
      tiles |= dataset.tile(i) != null;
      languages |= dataset.language(i) != null;
    }
    list(points, "longitude, latitude", withoutPoint, lists);
    list(tiles, "tiles", withoutTile, lists);
    list(languages, "languages", withoutLanguage, lists);
    return lists;
  }

  private static void list(
      boolean isThere, String what, TreeSet<String> codes, List<String> lists) {
    if (isThere && !codes.isEmpty()) {
      lists.add(what + ": " + String.join(", ", codes) + " have none");
    }
  }
}
