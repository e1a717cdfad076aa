package io.bosett.tiles;

import java.util.Arrays;
import java.util.List;

/** A window of the grid with who stands where, as whole numbers: cells are indexes of an array. */
final class HexGrid {
  static final int NOBODY = -1;
  static final int OUTSIDE = -1;

  private static final int MARGIN = 3;

  private final int left;
  private final int top;
  private final int width;
  private final int[][] neighbours;
  private final int[] occupant;
  private final int[] cell;
  private final double[] x;
  private final double[] y;

  HexGrid(List<HexCell> cells) {
    left = cells.stream().mapToInt(HexCell::column).min().orElse(0) - MARGIN;
    top = cells.stream().mapToInt(HexCell::row).min().orElse(0) - MARGIN;
    width = cells.stream().mapToInt(HexCell::column).max().orElse(0) + MARGIN - left + 1;
    int height = cells.stream().mapToInt(HexCell::row).max().orElse(0) + MARGIN - top + 1;
    occupant = new int[width * height];
    Arrays.fill(occupant, NOBODY);
    neighbours = new int[occupant.length][6];
    x = new double[occupant.length];
    y = new double[occupant.length];
    for (int at = 0; at < occupant.length; at++) {
      x[at] = at(at).x();
      y[at] = at(at).y();
      for (int edge = 0; edge < 6; edge++) {
        neighbours[at][edge] = index(at(at).neighbour(edge), height);
      }
    }
    cell = cells.stream().mapToInt(one -> index(one, height)).toArray();
    for (int i = 0; i < cell.length; i++) {
      occupant[cell[i]] = i;
    }
  }

  private int index(HexCell one, int height) {
    int column = one.column() - left;
    int row = one.row() - top;
    boolean inside = column >= 0 && column < width && row >= 0 && row < height;
    return inside ? row * width + column : OUTSIDE;
  }

  HexCell at(int index) {
    return new HexCell(index % width + left, index / width + top);
  }

  int size() {
    return cell.length;
  }

  int cellOf(int i) {
    return cell[i];
  }

  int occupantOf(int at) {
    return occupant[at];
  }

  /** The square of the distance from a cell's centre to a point. */
  double squaredDistance(int at, double px, double py) {
    double dx = x[at] - px;
    double dy = y[at] - py;
    return dx * dx + dy * dy;
  }

  /** Who stands across an edge of a cell, or nobody. */
  int beside(int at, int edge) {
    int there = neighbours[at][edge];
    return there == OUTSIDE ? NOBODY : occupant[there];
  }

  int neighbour(int at, int edge) {
    return neighbours[at][edge];
  }

  boolean touch(int i, int j) {
    for (int one : neighbours[cell[i]]) {
      if (one == cell[j]) {
        return true;
      }
    }
    return false;
  }

  /** Moves i to a cell; who stands there takes the place of i. */
  void exchange(int i, int to) {
    int from = cell[i];
    int other = occupant[to];
    occupant[to] = i;
    cell[i] = to;
    occupant[from] = other;
    if (other != NOBODY) {
      cell[other] = from;
    }
  }

  List<HexCell> cells() {
    return Arrays.stream(cell).mapToObj(this::at).toList();
  }
}
