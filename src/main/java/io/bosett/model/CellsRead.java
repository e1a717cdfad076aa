package io.bosett.model;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cells of each municipality that a part of a scenario reads: an indicator in one year or in all
 * years of a span. The dataset must have a cell in one of the years at least.
 *
 * @param indicatorAt where the part names the indicator, a JSON pointer from the part
 * @param yearsAt where the part names the years, a JSON pointer from the part
 * @param indicator an indicator of the dataset
 * @param from first year
 * @param to last year, included
 */
public record CellsRead(String indicatorAt, String yearsAt, String indicator, int from, int to) {
  /** The same, seen from an object in which the part stands under a pointer. */
  public CellsRead under(String pointer) {
    return new CellsRead(pointer + indicatorAt, pointer + yearsAt, indicator, from, to);
  }

  /** Where the part stands that names the indicator. */
  String partAt() {
    boolean isNamed = indicatorAt.endsWith("/indicator");
    return isNamed ? indicatorAt.substring(0, indicatorAt.lastIndexOf('/')) : indicatorAt;
  }

  /** The single cells, in ascending order of the year. */
  public Stream<CellRef> cells() {
    return IntStream.rangeClosed(from, to).mapToObj(year -> new CellRef(indicator, year));
  }
}
