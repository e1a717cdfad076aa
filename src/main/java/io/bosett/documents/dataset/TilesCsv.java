package io.bosett.documents.dataset;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.csv.CsvTableWriter;
import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes {@code tiles.csv} of a dataset folder. */
public final class TilesCsv {
  /** The file's name. */
  public static final String FILE = MapCsv.TILES;

  private TilesCsv() {}

  /**
   * Writes the file; the stream is flushed and left open.
   *
   * @param tiles of each municipality by its position
   */
  public static void write(Dataset dataset, List<Tile> tiles, OutputStream stream)
      throws IOException {
    CsvTableWriter csv = CsvTableWriter.to(stream, CsvDialect.PLAIN);
    csv.row(MapCsv.TILES_HEAD);
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      csv.row(List.of(dataset.municipality(i), tile.column(), tile.row()));
    }
    csv.flush();
  }
}
