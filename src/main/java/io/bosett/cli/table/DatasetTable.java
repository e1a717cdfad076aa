package io.bosett.cli.table;

import io.bosett.model.Boundary;
import io.bosett.model.Column;
import io.bosett.model.CountPhrases;
import io.bosett.model.Dataset;
import io.bosett.model.Indicator;
import io.bosett.model.Tile;
import io.bosett.tiles.TileMap;
import io.bosett.tiles.TileQuality;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text table that describes a dataset. */
public final class DatasetTable {
  private static final int SHOWN = 5;

  private DatasetTable() {}

  public static List<String> lines(Dataset dataset) {
    List<String> lines = new ArrayList<>();
    lines.add(ResultTable.clean(dataset.id() + ": " + dataset.title()));
    lines.add(
        CountPhrases.places(dataset.size())
            + " in "
            + CountPhrases.of(dataset.counties().size(), "county", "counties")
            + ", content "
            + dataset.contentHash());
    lines.add("tiles: " + tiles(dataset));
    lines.add("boundaries: " + boundaries(dataset));
    Integer newest = dataset.newestYear();
    lines.add(newest == null ? "no figures" : "newest figures: " + newest);
    dataset.notes().forEach(note -> lines.add(ResultTable.clean(note)));
    lines.add("");
    TextTable cells = new TextTable("lrrrl", "indicator", "year", "numbers", "suppressed", "unit");
    dataset.indicators().values().forEach(indicator -> add(indicator, dataset, cells));
    lines.addAll(cells.lines());
    lines.add("");
    for (Indicator indicator : dataset.indicators().values()) {
      lines.add(ResultTable.clean(indicator.id() + ": " + indicator.description()));
      lines.add(ResultTable.clean("  " + indicator.source() + "; " + indicator.licence()));
    }
    return lines;
  }

  private static String boundaries(Dataset dataset) {
    int with = 0;
    int positions = 0;
    for (int i = 0; i < dataset.size(); i++) {
      Boundary boundary = dataset.boundary(i);
      with += boundary == null ? 0 : 1;
      positions += boundary == null ? 0 : boundary.positions();
    }
    return with == 0
        ? "none"
        : "of "
            + CountPhrases.count(with)
            + " municipalities, with "
            + CountPhrases.of(positions, "position", "positions");
  }

  private static String tiles(Dataset dataset) {
    List<@Nullable Tile> tiles = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (int i = 0; i < dataset.size(); i++) {
      tiles.add(dataset.tile(i));
      if (dataset.tile(i) == null) {
        without.add(dataset.municipality(i));
      }
    }
    if (without.size() == dataset.size()) {
      return "none, a map is made of "
          + (TileMap.isPlaced(dataset) ? "the points" : "the counties");
    }
    String missing = String.join(", ", without.subList(0, Math.min(SHOWN, without.size())));
    String more = without.size() > SHOWN ? ", ..." : "";
    return tiles(dataset, tiles) + (without.isEmpty() ? "" : "; not on the map: " + missing + more);
  }

  /**
   * A map of tiles in a line: how many, and how good it is.
   *
   * @param tiles of each municipality by its position; null for one that is not on the map
   */
  public static String tiles(Dataset dataset, List<? extends @Nullable Tile> tiles) {
    TileQuality quality = TileQuality.of(dataset, tiles);
    String counties =
        CountPhrases.count(quality.whole())
            + " of "
            + CountPhrases.of(quality.counties(), "county", "counties")
            + " in one piece";
    String neighbours =
        quality.pairs() == 0
            ? ""
            : ", "
                + CountPhrases.count(quality.together())
                + " of "
                + CountPhrases.of(quality.pairs(), "pair", "pairs")
                + " of neighbours side by side";
    return CountPhrases.of(quality.tiles(), "tile", "tiles") + ", " + counties + neighbours;
  }

  private static void add(Indicator indicator, Dataset dataset, TextTable cells) {
    for (int year : dataset.years(indicator.id())) {
      Column column = dataset.column(indicator.id(), year);
      int numbers = 0;
      int suppressed = 0;
      for (int position = 0; column != null && position < dataset.size(); position++) {
        numbers += column.isNumber(position) ? 1 : 0;
        suppressed += column.isSuppressed(position) ? 1 : 0;
      }
      cells.add(
          indicator.id(),
          Integer.toString(year),
          CountPhrases.count(numbers),
          suppressed == 0 ? "" : CountPhrases.count(suppressed),
          ResultTable.clean(indicator.unit()));
    }
  }
}
