package io.bosett.documents.boundaries;

import io.bosett.documents.imports.folder.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a dataset in other boundaries, and what could not be carried over.
 *
 * @param cells that have a figure
 * @param lists what stays empty, or holds less than all, one line each
 */
record Carried(List<Cell> cells, List<String> lists) {
  Carried() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  void number(String code, Column column, java.math.BigDecimal value) {
    cells.add(new Cell(code, column.indicator(), column.year(), value.toPlainString()));
  }

  void suppressed(String code, Column column) {
    cells.add(new Cell(code, column.indicator(), column.year(), ""));
  }

  /** Lists what is missing of a column. */
  void list(Column column, String what) {
    lists.add(column + ": " + what);
  }

  /** Which figures. */
  record Column(String indicator, int year) {
    @Override
    public String toString() {
      return indicator + " " + year;
    }
  }
}
