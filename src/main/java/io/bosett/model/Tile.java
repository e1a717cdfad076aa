package io.bosett.model;

/**
 * Where a municipality stands on the map of hexagons with a pointed top, odd rows shifted right by
 * half a tile.
 *
 * @param column from the left, 0 to {@link #MOST}
 * @param row from the top, 0 to {@link #MOST}
 */
public record Tile(int column, int row) {
  /** The last column and row. */
  public static final int MOST = 9_999;
}
