package io.bosett.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Gives each point a cell of its own with the least sum of squared distances: the assignment
 * problem on the cells near each point, solved by shortest augmenting paths with dual prices
 * (Jonker and Volgenant 1987; Dijkstra's algorithm with a heap, for each point has few cells).
 */
final class LeastSquares {
  private static final int REACH = 4;

  private final PlanePoints points;
  private final List<HexCell> cells = new ArrayList<>();
  private final int[][] near;
  private final double[] pointPrice;
  private final double[] cellPrice;
  private final int[] owner;

  /** Of one search, by cell. */
  private final double[] least;

  private final int[] from;
  private final boolean[] settled;

  private LeastSquares(PlanePoints points, int reach) {
    this.points = points;
    int n = points.size();
    Map<HexCell, Integer> numbers = new HashMap<>();
    near = new int[n][];
    for (int i = 0; i < n; i++) {
      near[i] = near(HexCell.at(points.x()[i], points.y()[i]), reach, numbers);
    }
    pointPrice = new double[n];
    cellPrice = new double[cells.size()];
    owner = new int[cells.size()];
    Arrays.fill(owner, -1);
    least = new double[cells.size()];
    from = new int[cells.size()];
    settled = new boolean[cells.size()];
  }

  static List<HexCell> assign(PlanePoints points) {
    for (int reach = REACH; ; reach *= 2) {
      LeastSquares assignment = new LeastSquares(points, reach);
      if (assignment.isDone()) {
        return assignment.byPoint();
      }
    }
  }

  private int[] near(HexCell middle, int reach, Map<HexCell, Integer> numbers) {
    int[] found = new int[(2 * reach + 1) * (2 * reach + 1)];
    int count = 0;
    for (int row = -reach; row <= reach; row++) {
      for (int column = -reach; column <= reach; column++) {
        HexCell cell = new HexCell(middle.column() + column, middle.row() + row);
        Integer number = numbers.putIfAbsent(cell, cells.size());
        if (number == null) {
          cells.add(cell);
        }
        found[count++] = number == null ? cells.size() - 1 : number;
      }
    }
    return found;
  }

  /** Whether every point got a cell; otherwise the cells within reach are too few somewhere. */
  private boolean isDone() {
    for (int i = 0; i < points.size(); i++) {
      if (!augment(i)) {
        return false;
      }
    }
    return true;
  }

  private List<HexCell> byPoint() {
    HexCell[] result = new HexCell[points.size()];
    for (int c = 0; c < owner.length; c++) {
      if (owner[c] >= 0) {
        result[owner[c]] = cells.get(c);
      }
    }
    return List.of(result);
  }

  private record Reached(double distance, int cell) implements Comparable<Reached> {
    @Override
    public int compareTo(Reached other) {
      int byDistance = Double.compare(distance, other.distance);
      return byDistance != 0 ? byDistance : Integer.compare(cell, other.cell);
    }
  }

  /** Adds a point along the shortest augmenting path. */
  private boolean augment(int point) {
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(settled, false);
    PriorityQueue<Reached> heap = new PriorityQueue<>();
    List<Integer> path = new ArrayList<>();
    relax(point, 0, heap);
    while (!heap.isEmpty()) {
      Reached next = heap.remove();
      int cell = next.cell;
      if (!settled[cell]) {
        if (owner[cell] < 0) {
          raise(point, path, next.distance);
          flip(point, cell);
          return true;
        }
        settled[cell] = true;
        path.add(cell);
        relax(owner[cell], next.distance, heap);
      }
    }
    return false;
  }

  private void relax(int point, double base, PriorityQueue<Reached> heap) {
    for (int cell : near[point]) {
      double cost = cells.get(cell).squaredDistance(points.x()[point], points.y()[point]);
      double distance = base + cost - pointPrice[point] - cellPrice[cell];
      if (!settled[cell] && distance < least[cell]) {
        least[cell] = distance;
        from[cell] = point;
        heap.add(new Reached(distance, cell));
      }
    }
  }

  /** Prices follow, so that no reduced cost is negative. */
  private void raise(int point, List<Integer> path, double distance) {
    pointPrice[point] += distance;
    for (int cell : path) {
      pointPrice[owner[cell]] += distance - least[cell];
      cellPrice[cell] -= distance - least[cell];
    }
  }

  /** Along the path every point takes the next cell and leaves its own to the one before. */
  private void flip(int point, int last) {
    int cell = last;
    while (true) {
      int taker = from[cell];
      int left = taker == point ? -1 : cellOf(taker);
      owner[cell] = taker;
      if (left < 0) {
        return;
      }
      cell = left;
    }
  }

  private int cellOf(int point) {
    for (int cell : near[point]) {
      if (owner[cell] == point) {
        return cell;
      }
    }
    throw new IllegalStateException("point " + point + " on a path without a cell");
  }
}
