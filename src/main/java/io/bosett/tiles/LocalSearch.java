package io.bosett.tiles;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Improves a tile map by simulated annealing: exchanges of two tiles, or of a tile and an empty
 * cell. A pair of neighbours side by side counts 1, a further piece of a county −{@value #PIECE}, a
 * tile's squared distance from its point −{@value #DISTANCE}. The random numbers have a fixed seed,
 * so that the same points give the same map.
 */
final class LocalSearch {
  private static final long SEED = 2018;
  private static final int TRIES_PER_TILE = 2_500;
  private static final int MOST_TRIES = 1_500_000;
  private static final double PIECE = 4;
  private static final double DISTANCE = 0.02;
  private static final double HOT = 1;
  private static final double COLD = 0.06;

  private final PlanePoints points;
  private final NeighbourGraph graph;
  private final Counties counties;
  private final HexGrid grid;
  private final SplittableRandom random = new SplittableRandom(SEED);

  private LocalSearch(
      PlanePoints points, NeighbourGraph graph, int[] countyOf, List<HexCell> cells) {
    this.points = points;
    this.graph = graph;
    grid = new HexGrid(cells);
    counties = new Counties(countyOf, grid);
  }

  /**
   * Improves a map.
   *
   * @param countyOf the county of each as a number from 0
   */
  static List<HexCell> improve(
      PlanePoints points, NeighbourGraph graph, int[] countyOf, List<HexCell> cells) {
    return new LocalSearch(points, graph, countyOf, cells).run();
  }

  private List<HexCell> run() {
    int[] best = grid.cells();
    double value = 0;
    double most = 0;
    int tries = Math.min(MOST_TRIES, TRIES_PER_TILE * grid.size());
    for (int k = 0; k < tries; k++) {
      double heat = HOT * Math.pow(COLD / HOT, (double) k / tries);
      value += tried(heat);
      if (value > most + 1e-9) {
        most = value;
        best = grid.cells();
      }
    }
    return grid.asCells(best);
  }

  /** Tries one exchange and takes it back when it is not accepted; what it brought. */
  private double tried(double heat) {
    int i = random.nextInt(grid.size());
    int from = grid.cellOf(i);
    int to = target(i);
    if (to == HexGrid.OUTSIDE || to == from) {
      return 0;
    }
    int j = grid.occupantOf(to);
    double accepted = heat * Math.log(random.nextDouble());
    double before = value(i, j);
    grid.exchange(i, to);
    double gain = value(i, j) - before;
    // No exchange joins more than a few pieces.
    if (gain + 4 * PIECE > accepted) {
      int now = counties.pieces(i, j);
      grid.exchange(i, from);
      gain += PIECE * (counties.pieces(i, j) - now);
      grid.exchange(i, to);
    }
    if (gain > accepted) {
      return gain;
    }
    grid.exchange(i, from);
    return 0;
  }

  /** A cell beside one of the neighbours, or beside its own. */
  private int target(int i) {
    int[] others = graph.of(i);
    boolean near = others.length > 0 && random.nextBoolean();
    int beside = near ? others[random.nextInt(others.length)] : i;
    return grid.neighbour(grid.cellOf(beside), random.nextInt(6));
  }

  /** What i and j, which may be nobody, count but for their counties. */
  private double value(int i, int j) {
    double value = 0;
    for (int one : new int[] {i, j}) {
      if (one != HexGrid.NOBODY) {
        for (int other : graph.of(one)) {
          value += grid.touch(one, other) ? 1 : 0;
        }
        HexCell cell = grid.at(grid.cellOf(one));
        value -= DISTANCE * cell.squaredDistance(points.x()[one], points.y()[one]);
      }
    }
    return value;
  }

  /** In how many pieces the counties lie. */
  static final class Counties {
    private final int[] countyOf;
    private final int[][] members;
    private final HexGrid grid;
    private final int[] queue;
    private final int[] seen;
    private int stamp;

    Counties(int[] countyOf, HexGrid grid) {
      this.countyOf = countyOf;
      this.grid = grid;
      int count = Arrays.stream(countyOf).max().orElse(-1) + 1;
      members = new int[count][];
      for (int c = 0; c < count; c++) {
        int county = c;
        members[c] =
            java.util.stream.IntStream.range(0, countyOf.length)
                .filter(i -> countyOf[i] == county)
                .toArray();
      }
      queue = new int[countyOf.length];
      seen = new int[countyOf.length];
    }

    /** The pieces of the counties of two, of which the second may be nobody. */
    int pieces(int i, int j) {
      int own = pieces(countyOf[i]);
      boolean other = j != HexGrid.NOBODY && countyOf[j] != countyOf[i];
      return own + (other ? pieces(countyOf[j]) : 0);
    }

    private int pieces(int county) {
      stamp++;
      int pieces = 0;
      for (int first : members[county]) {
        if (seen[first] != stamp) {
          pieces++;
          flood(first, county);
        }
      }
      return pieces;
    }

    private void flood(int first, int county) {
      int head = 0;
      int tail = 0;
      queue[tail++] = first;
      seen[first] = stamp;
      while (head < tail) {
        int at = grid.cellOf(queue[head++]);
        for (int edge = 0; edge < 6; edge++) {
          int cell = grid.neighbour(at, edge);
          int other = cell == HexGrid.OUTSIDE ? HexGrid.NOBODY : grid.occupantOf(cell);
          if (other != HexGrid.NOBODY && countyOf[other] == county && seen[other] != stamp) {
            seen[other] = stamp;
            queue[tail++] = other;
          }
        }
      }
    }
  }
}
