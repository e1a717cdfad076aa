package io.bosett.tiles;

import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How good a tile map is. Neighbours are those of the Gabriel graph of the points: two
 * municipalities of which no third lies inside the circle over their connection.
 *
 * @param tiles that stand on the map
 * @param pairs of neighbours, both on the map; 0 when the points do not make a map
 * @param together pairs of neighbours whose tiles touch
 * @param counties with a tile
 * @param whole counties whose tiles are in one piece
 */
public record TileQuality(int tiles, int pairs, int together, int counties, int whole) {
  /**
   * The quality of a map.
   *
   * @param tiles of each municipality by its position; null for one that is not on the map
   */
  public static TileQuality of(Dataset dataset, List<? extends @Nullable Tile> tiles) {
    List<Integer> shown = new ArrayList<>();
    List<HexCell> cells = new ArrayList<>();
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      if (tile != null) {
        shown.add(i);
        cells.add(new HexCell(tile.column(), tile.row()));
      }
    }
    Map<HexCell, Integer> at = new HashMap<>();
    cells.forEach(cell -> at.put(cell, shown.get(at.size())));
    int[] countyOf = TileMap.counties(dataset);
    Map<Integer, Integer> pieces = pieces(at, countyOf);
    int whole = (int) pieces.values().stream().filter(count -> count == 1).count();
    int[] neighbours = neighbours(dataset, shown, cells);
    return new TileQuality(cells.size(), neighbours[0], neighbours[1], pieces.size(), whole);
  }

  /** The number of pieces by county. */
  private static Map<Integer, Integer> pieces(Map<HexCell, Integer> at, int[] countyOf) {
    Map<Integer, Integer> pieces = new HashMap<>();
    Set<HexCell> seen = new HashSet<>();
    for (Map.Entry<HexCell, Integer> one : at.entrySet()) {
      if (seen.add(one.getKey())) {
        int county = countyOf[one.getValue()];
        pieces.merge(county, 1, Integer::sum);
        Deque<HexCell> todo = new ArrayDeque<>(List.of(one.getKey()));
        while (!todo.isEmpty()) {
          HexCell cell = todo.remove();
          for (int edge = 0; edge < 6; edge++) {
            HexCell beside = cell.neighbour(edge);
            Integer other = at.get(beside);
            if (other != null && countyOf[other] == county && seen.add(beside)) {
              todo.add(beside);
            }
          }
        }
      }
    }
    return pieces;
  }

  /** All pairs, and those that are together. */
  private static int[] neighbours(Dataset dataset, List<Integer> shown, List<HexCell> cells) {
    if (!TileMap.isPlaced(dataset)) {
      return new int[] {0, 0};
    }
    NeighbourGraph graph = NeighbourGraph.of(PlanePoints.of(dataset).parted());
    int pairs = 0;
    int together = 0;
    for (int a = 0; a < shown.size(); a++) {
      for (int j : graph.of(shown.get(a))) {
        int b = Collections.binarySearch(shown, j);
        pairs += b > a ? 1 : 0;
        together += b > a && cells.get(a).touches(cells.get(b)) ? 1 : 0;
      }
    }
    return new int[] {pairs, together};
  }
}
