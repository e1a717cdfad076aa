package io.bosett.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives each point a cell of its own with the least sum of squared distances: the assignment
 * problem, solved by shortest augmenting paths with dual prices (Jonker and Volgenant 1987) in
 * cubic time. The cells are those around the points.
 */
final class LeastSquares {
  private static final int REACH = 2;

  private LeastSquares() {}

  static List<HexCell> assign(PlanePoints points) {
    List<HexCell> cells = cells(points);
    int n = points.size();
    int m = cells.size();
    double[] u = new double[n + 1];
    double[] v = new double[m + 1];
    int[] owner = new int[m + 1];
    for (int i = 1; i <= n; i++) {
      augment(points, cells, i, u, v, owner);
    }
    HexCell[] result = new HexCell[n];
    for (int j = 1; j <= m; j++) {
      if (owner[j] > 0) {
        result[owner[j] - 1] = cells.get(j - 1);
      }
    }
    return List.of(result);
  }

  /** All cells within reach of a point, and as many more as there are points at least. */
  private static List<HexCell> cells(PlanePoints points) {
    Set<HexCell> cells = new LinkedHashSet<>();
    for (int reach = REACH; cells.size() < points.size(); reach++) {
      for (int i = 0; i < points.size(); i++) {
        HexCell middle = HexCell.at(points.x()[i], points.y()[i]);
        for (int row = -reach; row <= reach; row++) {
          for (int column = -reach; column <= reach; column++) {
            cells.add(new HexCell(middle.column() + column, middle.row() + row));
          }
        }
      }
    }
    List<HexCell> list = new ArrayList<>(cells);
    list.sort(Comparator.comparingInt(HexCell::row).thenComparingInt(HexCell::column));
    return list;
  }

  /** Adds point i, counted from 1 as all here, along the shortest augmenting path. */
  private static void augment(
      PlanePoints points, List<HexCell> cells, int i, double[] u, double[] v, int[] owner) {
    int m = cells.size();
    double[] least = new double[m + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    boolean[] used = new boolean[m + 1];
    int[] way = new int[m + 1];
    owner[0] = i;
    int at = 0;
    do {
      used[at] = true;
      int row = owner[at];
      double x = points.x()[row - 1];
      double y = points.y()[row - 1];
      int next = 0;
      double delta = Double.POSITIVE_INFINITY;
      for (int j = 1; j <= m; j++) {
        if (!used[j]) {
          double reduced = cells.get(j - 1).squaredDistance(x, y) - u[row] - v[j];
          if (reduced < least[j]) {
            least[j] = reduced;
            way[j] = at;
          }
          if (least[j] < delta) {
            delta = least[j];
            next = j;
          }
        }
      }
      shift(delta, used, u, v, owner, least);
      at = next;
    } while (owner[at] != 0);
    while (at != 0) {
      owner[at] = owner[way[at]];
      at = way[at];
    }
  }

  private static void shift(
      double delta, boolean[] used, double[] u, double[] v, int[] owner, double[] least) {
    for (int j = 0; j < used.length; j++) {
      if (used[j]) {
        u[owner[j]] += delta;
        v[j] -= delta;
      } else {
        least[j] -= delta;
      }
    }
  }
}
