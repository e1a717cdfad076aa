package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.PlaceText;
import io.bosett.documents.imports.facts.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where in a grid the table is: its heading, its header rows, its rows, what its columns hold. */
final class GridLayout {
  private static final int MOST_HEADER_ROWS = 4;
  private static final int MOST_BLANK_ROWS = 3;
  private static final int TITLE_ROWS = 10;

  private final Grid grid;
  private final Codebook codebook;
  private final PlaceColumns places;
  private final List<GridColumn> columns = new ArrayList<>();
  private final List<Integer> headerRows = new ArrayList<>();
  private final StringBuilder title = new StringBuilder();
  private String section = "";
  private int first = -1;
  private int bottom = -1;
  private int last = -1;

  GridLayout(Grid grid, Codebook codebook) {
    this.grid = grid;
    this.codebook = codebook;
    this.places = PlaceColumns.of(grid, codebook);
    if (places.isNone()) {
      return;
    }
    first = firstRow();
    if (first >= 0) {
      findHeader();
      findColumns();
      last = lastRow();
    }
  }

  /** Whether there is a table with places at all. */
  boolean isTable() {
    return first >= 0;
  }

  PlaceColumns places() {
    return places;
  }

  List<GridColumn> columns() {
    return columns;
  }

  /** The first row of places. */
  int first() {
    return first;
  }

  /** The last row with a place and a figure. */
  int last() {
    return last;
  }

  /** What stands above the header rows and above the table, the nearest first. */
  String title() {
    return title.toString();
  }

  /** The county that stands alone in a row above the first place, or the title. */
  String countyAbove() {
    return section.isEmpty() ? title() : section;
  }

  /** The place as a row says it, without what stands around. */
  PlaceText placeText(int row, String county) {
    String code = grid.at(row, places.code()).text();
    String name = places.name() < 0 ? "" : grid.at(row, places.name()).text();
    String beside = places.county() < 0 ? "" : grid.at(row, places.county()).text();
    return new PlaceText(code, name, beside.isEmpty() ? county : beside);
  }

  private boolean isKnown(int row) {
    return codebook.place(placeText(row, "")).isKnown();
  }

  /** Whether anything stands beside the place. */
  boolean hasMore(int row) {
    List<Value> cells = grid.rows().get(row);
    for (int column = 0; column < cells.size(); column++) {
      if (!places.holds(column) && !cells.get(column).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private int firstRow() {
    int onlyPlace = -1;
    for (int row = 0; row < grid.rows().size(); row++) {
      if (isKnown(row)) {
        if (hasMore(row)) {
          return row;
        }
        onlyPlace = onlyPlace < 0 ? row : onlyPlace;
      }
    }
    return onlyPlace;
  }

  private void findHeader() {
    int row = first - 1;
    while (row >= 0 && (isSection(row) || (grid.isBlank(row) && first - row <= MOST_BLANK_ROWS))) {
      section = section.isEmpty() && isSection(row) ? placeText(row, "").shown() : section;
      row--;
    }
    while (row >= 0 && headerRows.size() < MOST_HEADER_ROWS && !isTitle(row)) {
      headerRows.add(0, row--);
    }
    for (int taken = 0; row >= 0 && taken < TITLE_ROWS; row--, taken++) {
      for (Value value : grid.rows().get(row)) {
        if (!value.isEmpty()) {
          title.append(value.text()).append('\n');
        }
      }
    }
    title.append(grid.heading());
  }

  /** A row with the name of a county and nothing else. */
  private boolean isSection(int row) {
    return !hasMore(row) && codebook.isCounty(placeText(row, "").shown());
  }

  /** A blank row, or one whose only cell is the first of several columns. */
  private boolean isTitle(int row) {
    List<Value> cells = grid.rows().get(row);
    long filled = cells.stream().filter(value -> !value.isEmpty()).count();
    return filled == 0 || (filled == 1 && !cells.get(0).isEmpty() && grid.width() > 1);
  }

  private void findColumns() {
    List<List<String>> headings = new HeaderRows(grid, headerRows, places).headings();
    for (int column = 0; column < grid.width(); column++) {
      if (!places.holds(column)) {
        columns.add(new GridColumn(column, headings.get(column)));
      }
    }
    Set<PlaceText> distinct = new HashSet<>();
    int rows = 0;
    bottom = bottomRow();
    for (int row = first; row <= bottom; row++) {
      boolean continues = placeText(row, "").shown().isEmpty() && hasNumber(row);
      if (hasMore(row) && (isKnown(row) || continues)) {
        rows++;
        distinct.add(placeText(row, ""));
        for (GridColumn column : columns) {
          column.add(grid.at(row, column.index()));
        }
      }
    }
    boolean isLong = distinct.size() * 3 <= rows * 2;
    for (GridColumn column : columns) {
      column.decide(rows, isLong);
    }
    if (isLong) {
      numberedCategories();
    }
  }

  /** Takes columns of few numbers as categories while rows would otherwise say the same twice. */
  private void numberedCategories() {
    GridColumn lastValue = null;
    for (GridColumn column : columns) {
      lastValue = column.use() == GridColumn.Use.VALUE ? column : lastValue;
    }
    for (GridColumn column : columns) {
      if (column != lastValue && column.mayBeCategory() && !isUnique()) {
        column.makeCategory();
      }
    }
  }

  private boolean isUnique() {
    Set<List<String>> keys = new HashSet<>();
    for (int row = first; row <= bottom; row++) {
      if (hasMore(row) && isKnown(row)) {
        List<String> key = new ArrayList<>(List.of(placeText(row, "").shown()));
        for (GridColumn column : columns) {
          boolean counts =
              column.use() == GridColumn.Use.CATEGORY || column.use() == GridColumn.Use.TIME;
          key.add(counts ? grid.at(row, column.index()).text() : "");
        }
        if (!keys.add(key)) {
          return false;
        }
      }
    }
    return true;
  }

  private int lastRow() {
    int row = bottom;
    while (row > first && !hasFigure(row) && !isKnown(row)) {
      row--;
    }
    return row;
  }

  /** The row before the first blank one below the last place with something beside it. */
  private int bottomRow() {
    int row = grid.rows().size() - 1;
    while (row > first && !(isKnown(row) && hasMore(row))) {
      row--;
    }
    while (row + 1 < grid.rows().size() && !grid.isBlank(row + 1)) {
      row++;
    }
    return row;
  }

  private boolean hasNumber(int row) {
    List<Value> cells = grid.rows().get(row);
    for (int column = 0; column < cells.size(); column++) {
      Value value = cells.get(column);
      boolean figure = CellForm.isNumber(value) || CellForm.isSign(value);
      if (!places.holds(column) && !value.isEmpty() && figure) {
        return true;
      }
    }
    return false;
  }

  private boolean hasFigure(int row) {
    for (GridColumn column : columns) {
      Value value = grid.at(row, column.index());
      if (column.use() == GridColumn.Use.VALUE && !value.isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
