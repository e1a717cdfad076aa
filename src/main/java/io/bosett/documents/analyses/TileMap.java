package io.bosett.documents.analyses;

import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import org.jspecify.annotations.Nullable;

/** The map of hexagons, one for each municipality that has a tile. */
record TileMap(Dataset dataset, double size) {
  @Nullable Tile tile(String id) {
    return dataset.tile(dataset.position(id));
  }

  String name(String id) {
    return dataset.name(dataset.position(id));
  }

  /** The middle of a tile from the left. */
  double x(Tile tile) {
    double half = size * Math.sqrt(3) / 2;
    return half + 2 * half * tile.column() + (tile.row() % 2) * half;
  }

  /** The middle of a tile from the top. */
  double y(Tile tile) {
    return size * (1 + 1.5 * tile.row());
  }

  /** Draws a tile. */
  void draw(SvgPicture picture, Tile tile, String kind, String title) {
    picture.hexagon(kind, x(tile), y(tile), size - 0.5, title);
  }
}
