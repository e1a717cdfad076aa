package io.bosett.tiles;

import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a tile map is. Neighbours are those of the Gabriel graph of the points: two
 * municipalities of which no third lies inside the circle over their connection.
 *
 * @param tiles that stand on the map
 * @param pairs of neighbours, both on the map; 0 when the points do not make a map
 * @param together of them, on tiles that touch
 * @param counties with a tile
 * @param whole of them, in one piece
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
    HexGrid grid = new HexGrid(cells);
    int[] numbers = TileMap.counties(dataset);
    int[] countyOf = shown.stream().mapToInt(i -> numbers[i]).toArray();
    CountyPieces pieces = new CountyPieces(countyOf, grid);
    int[] counties = Arrays.stream(countyOf).distinct().toArray();
    int whole = (int) Arrays.stream(counties).filter(pieces::isWhole).count();
    int[] neighbours = neighbours(dataset, shown, grid);
    return new TileQuality(cells.size(), neighbours[0], neighbours[1], counties.length, whole);
  }

  /** All pairs, and those that are together. */
  private static int[] neighbours(Dataset dataset, List<Integer> shown, HexGrid grid) {
    if (!TileMap.isPlaced(dataset)) {
      return new int[] {0, 0};
    }
    NeighbourGraph graph = NeighbourGraph.of(PlanePoints.of(dataset).parted());
    int pairs = 0;
    int together = 0;
    for (int a = 0; a < shown.size(); a++) {
      for (int j : graph.of(shown.get(a))) {
        int b = java.util.Collections.binarySearch(shown, j);
        pairs += b > a ? 1 : 0;
        together += b > a && grid.touch(a, b) ? 1 : 0;
      }
    }
    return new int[] {pairs, together};
  }
}
