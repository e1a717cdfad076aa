package io.bosett.tiles;

import io.bosett.model.Dataset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tile map without coordinates: along a path that winds through bands of a few rows, so that each
 * county, taken in the order of ids, is one block. Without counties a plain grid in the order of
 * ids.
 */
final class CountyBlocks {
  private CountyBlocks() {}

  static List<HexCell> of(Dataset dataset) {
    int n = dataset.size();
    long counties = IntStream.range(0, n).mapToObj(dataset::county).distinct().count();
    HexCell[] cells = new HexCell[n];
    List<Integer> order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.<Integer, String>comparing(dataset::county).thenComparing(i -> i))
            .toList();
    int columns = (int) Math.ceil(Math.sqrt(n));
    int band = counties > 1 ? (int) Math.round(Math.sqrt((double) n / counties)) : 1;
    for (int k = 0; k < n; k++) {
      cells[order.get(k)] =
          counties > 1
              ? wound(k, Math.max(1, band), columns | 1)
              : new HexCell(k % columns, k / columns);
    }
    return List.of(cells);
  }

  /**
   * The cell at a place of the path.
   *
   * @param columns an odd number, so that each band ends at its bottom, beside the next one's top
   */
  private static HexCell wound(int place, int rows, int columns) {
    int band = place / (rows * columns);
    int inBand = place % (rows * columns);
    int column = inBand / rows;
    int row = column % 2 == 0 ? inBand % rows : rows - 1 - inBand % rows;
    return new HexCell(band % 2 == 0 ? column : columns - 1 - column, band * rows + row);
  }
}
