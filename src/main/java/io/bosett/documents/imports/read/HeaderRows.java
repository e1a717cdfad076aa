package io.bosett.documents.imports.read;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows above a table that say what its columns are. A heading over several columns stands in
 * the first of them and is repeated to the right.
 */
final class HeaderRows {
  private final Grid grid;
  private final List<Integer> rows;
  private final PlaceColumns places;

  HeaderRows(Grid grid, List<Integer> rows, PlaceColumns places) {
    this.grid = grid;
    this.rows = rows;
    this.places = places;
  }

  /** The headings of each column from the top, the empty text where a row says nothing. */
  List<List<String>> headings() {
    List<List<String>> headings = new ArrayList<>();
    for (int column = 0; column < grid.width(); column++) {
      headings.add(new ArrayList<>());
    }
    for (int level = 0; level < rows.size(); level++) {
      String left = "";
      for (int column = 0; column < grid.width(); column++) {
        String own = grid.at(rows.get(level), column).text();
        boolean spanned = !places.holds(column) && own.isEmpty() && isFilledBelow(level, column);
        String heading = spanned ? left : own;
        headings.get(column).add(heading);
        left = places.holds(column) ? "" : heading;
      }
    }
    return headings;
  }

  private boolean isFilledBelow(int level, int column) {
    for (int below = level + 1; below < rows.size(); below++) {
      if (!grid.at(rows.get(below), column).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
