package io.bosett.service.kept;

import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import io.bosett.tiles.TileMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the tile maps of datasets without tiles: each is made once for a document, however
 * many ask for it at the same time; who asks for another one does not wait. Thread-safe.
 */
final class TileMapCache {
  private static final int BYTES_OF_TILE = 32;
  private static final long MOST_BYTES = 16L << 20;
  private static final int MOST = 100;

  private final LruCache<Once> maps = new LruCache<>(MOST_BYTES, MOST);

  /**
   * The map of a dataset.
   *
   * @param hash of its document, coordinates included
   */
  List<Tile> of(Dataset dataset, String hash) {
    Once once;
    synchronized (maps) {
      once = maps.get(hash).orElseGet(Once::new);
      maps.put(hash, once, (long) dataset.size() * BYTES_OF_TILE);
    }
    return once.tiles(dataset);
  }

  private static final class Once {
    private @Nullable List<Tile> tiles;

    synchronized List<Tile> tiles(Dataset dataset) {
      List<Tile> made = tiles == null ? TileMap.of(dataset) : tiles;
      tiles = made;
      return made;
    }
  }
}
