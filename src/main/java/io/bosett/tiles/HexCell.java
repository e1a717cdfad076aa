package io.bosett.tiles;

/**
 * A cell of the grid of hexagons with a pointed top, odd rows shifted right by half a cell ("odd-r"
 * offset coordinates). Neighbouring centres are at distance 1. Columns and rows may be negative.
 */
record HexCell(int column, int row) {
  static final double ROW_HEIGHT = Math.sqrt(3) / 2;

  /** The cell whose centre is nearest to a point, up to rounding of the row. */
  static HexCell at(double x, double y) {
    int row = (int) Math.round(y / ROW_HEIGHT);
    return new HexCell((int) Math.round(x - 0.5 * Math.floorMod(row, 2)), row);
  }

  double x() {
    return column + 0.5 * Math.floorMod(row, 2);
  }

  double y() {
    return row * ROW_HEIGHT;
  }

  /** The square of the distance from the centre to a point. */
  double squaredDistance(double x, double y) {
    double dx = x() - x;
    double dy = y() - y;
    return dx * dx + dy * dy;
  }

  /** The neighbour across an edge, counted clockwise from the top right. */
  HexCell neighbour(int edge) {
    int shift = Math.floorMod(row, 2);
    return switch (edge) {
      case 0 -> new HexCell(column + shift, row - 1);
      case 1 -> new HexCell(column + 1, row);
      case 2 -> new HexCell(column + shift, row + 1);
      case 3 -> new HexCell(column - 1 + shift, row + 1);
      case 4 -> new HexCell(column - 1, row);
      default -> new HexCell(column - 1 + shift, row - 1);
    };
  }

  boolean touches(HexCell other) {
    for (int edge = 0; edge < 6; edge++) {
      if (neighbour(edge).equals(other)) {
        return true;
      }
    }
    return false;
  }
}
