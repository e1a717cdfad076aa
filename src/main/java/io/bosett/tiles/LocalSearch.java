package io.bosett.tiles;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Improves a tile map by simulated annealing: exchanges of two tiles, or of a tile and an empty
 * cell. A pair of neighbours side by side counts 1, a tile outside its county's largest piece
 * −{@value #OUTSIDE}, a tile's squared distance from its point −{@value #DISTANCE}. In the end only
 * improvements are accepted.
 */
final class LocalSearch {
  private static final int TRIES_PER_TILE = 2_500;
  private static final int MOST_TRIES = 3_000_000;
  private static final int STEPS = 1_000;
  private static final int COLD_STEPS = 100;
  private static final double OUTSIDE = 5;
  private static final double DISTANCE = 0.02;
  private static final double HOT = 1;
  private static final double COLD = 0.06;

  /** An exchange that loses more neighbours is not looked at for the counties' sake. */
  private static final double MOST_LOST = 20;

  private final PlanePoints points;
  private final NeighbourGraph graph;
  private final CountyPieces pieces;
  private final HexGrid grid;
  private final SplittableRandom random;

  private LocalSearch(
      PlanePoints points, NeighbourGraph graph, int[] countyOf, HexGrid grid, long seed) {
    this.points = points;
    this.graph = graph;
    this.grid = grid;
    pieces = new CountyPieces(countyOf, grid);
    random = new SplittableRandom(seed);
  }

  /**
   * Improves a map.
   *
   * @param countyOf the county of each as a number from 0
   */
  static List<HexCell> improve(
      PlanePoints points, NeighbourGraph graph, int[] countyOf, List<HexCell> cells, long seed) {
    HexGrid grid = new HexGrid(cells);
    new LocalSearch(points, graph, countyOf, grid, seed).run();
    return grid.cells();
  }

  private void run() {
    int tries = (int) Math.min(MOST_TRIES, (long) TRIES_PER_TILE * grid.size()) / STEPS;
    for (int step = 0; step < STEPS; step++) {
      double share = (double) step / (STEPS - COLD_STEPS);
      double heat = share < 1 ? HOT * StrictMath.pow(COLD / HOT, share) : 0;
      for (int k = 0; k < tries; k++) {
        attempt(heat);
      }
    }
  }

  /** Tries one exchange and takes it back when it is not accepted. */
  private void attempt(double heat) {
    int i = random.nextInt(grid.size());
    int from = grid.cellOf(i);
    int to = target(i);
    if (to == HexGrid.OUTSIDE || to == from) {
      return;
    }
    int j = grid.occupantOf(to);
    double least = heat == 0 ? 0 : heat * StrictMath.log(random.nextDouble());
    double before = value(i, j);
    grid.exchange(i, to);
    double gain = value(i, j) - before;
    grid.exchange(i, from);
    if (gain > least - MOST_LOST && gain - OUTSIDE * pieces.growth(i, to) > least) {
      pieces.exchange(i, to);
    }
  }

  /** A cell beside its own, beside one of the neighbours, or beside somebody of the county. */
  private int target(int i) {
    int kind = random.nextInt(8);
    int beside = kind < 3 ? i : kind < 7 ? drawn(graph.of(i), i) : drawn(pieces.peers(i), i);
    return grid.neighbour(grid.cellOf(beside), random.nextInt(6));
  }

  private int drawn(int[] others, int otherwise) {
    return others.length == 0 ? otherwise : others[random.nextInt(others.length)];
  }

  /** What i and j, which may be nobody, count but for their counties. */
  private double value(int i, int j) {
    return value(i) + (j == HexGrid.NOBODY ? 0 : value(j));
  }

  private double value(int i) {
    double value = 0;
    for (int other : graph.of(i)) {
      value += grid.touch(i, other) ? 1 : 0;
    }
    return value - DISTANCE * grid.squaredDistance(grid.cellOf(i), points.x()[i], points.y()[i]);
  }
}
