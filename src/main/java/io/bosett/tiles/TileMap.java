package io.bosett.tiles;

import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Makes the tile map of a dataset that has none: points are relaxed, given the cells that are
 * nearest by least squares, and improved by a local search that keeps neighbours side by side and
 * counties in one piece. Without points counties become blocks; without counties it is a plain
 * grid. The same dataset gives the same map on every machine. More than {@value #MOST}
 * municipalities are not placed by their points.
 */
public final class TileMap {
  private static final int MOST = 6_000;
  private static final long SEED = 2018;

  private TileMap() {}

  /** The tile of each municipality, by its position in the dataset. */
  public static List<Tile> of(Dataset dataset) {
    return tiles(isPlaced(dataset) ? placed(dataset) : CountyBlocks.of(dataset));
  }

  /** Whether the points make the map: half of them are known, and they are not too many. */
  public static boolean isPlaced(Dataset dataset) {
    int n = dataset.size();
    long known = IntStream.range(0, n).filter(i -> PlanePoints.isKnown(dataset, i)).count();
    return n > 0 && 2 * known >= n && n <= MOST;
  }

  private static List<HexCell> placed(Dataset dataset) {
    PlanePoints points = PlanePoints.of(dataset).parted();
    NeighbourGraph graph = NeighbourGraph.of(points);
    PlanePoints relaxed = Relaxation.of(points, graph);
    List<HexCell> cells = LeastSquares.assign(relaxed);
    return LocalSearch.improve(relaxed, graph, counties(dataset), cells, SEED);
  }

  /** The counties as numbers from 0. */
  static int[] counties(Dataset dataset) {
    Map<String, Integer> numbers = new TreeMap<>();
    int[] result = new int[dataset.size()];
    for (int i = 0; i < result.length; i++) {
      numbers.putIfAbsent(dataset.county(i), numbers.size());
      result[i] = numbers.get(dataset.county(i));
    }
    return result;
  }

  /** Moves the map to the upper left; rows by an even number, so that shifted ones stay shifted. */
  private static List<Tile> tiles(List<HexCell> cells) {
    int left = cells.stream().mapToInt(HexCell::column).min().orElse(0);
    int top = 2 * Math.floorDiv(cells.stream().mapToInt(HexCell::row).min().orElse(0), 2);
    List<Tile> tiles = new ArrayList<>();
    for (HexCell cell : cells) {
      tiles.add(new Tile(cell.column() - left, cell.row() - top));
    }
    return tiles;
  }
}
