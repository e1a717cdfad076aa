package io.bosett.model;

import java.util.stream.Stream;

/**
 * A reference to one cell of each municipality.
 *
 * @param indicator an indicator of the dataset
 * @param year a year in which it has a cell
 */
public record CellRef(String indicator, int year) {
  /** The cells read. */
  public Stream<CellsRead> reads() {
    return Stream.of(new CellsRead("/indicator", "/year", indicator, year, year));
  }
}
