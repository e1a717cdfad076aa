package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.ReadingLimits;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.facts.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as it lies on a page or a sheet: rows of cells, of any length.
 *
 * @param name of the sheet, or empty
 * @param heading what stands above it and is no part of it
 * @param rows from the top
 * @param width the number of columns of the widest row
 */
record Grid(String name, String heading, List<List<Value>> rows, int width) {
  /** The most columns of a table. */
  static final int MOST_COLUMNS = 16_384;

  /** The most rows of all tables of a file. */
  static final int MOST_ROWS = 1_048_576;

  /** The cell, empty where there is none. */
  Value at(int row, int column) {
    List<Value> cells = rows.get(row);
    return column < cells.size() ? cells.get(column) : Value.EMPTY;
  }

  boolean isBlank(int row) {
    return rows.get(row).stream().allMatch(Value::isEmpty);
  }

  /** The column's letter, as spreadsheets name it. */
  static String letter(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  /** The memory that a row takes besides its cells, in cells. */
  private static final int ROW = 2;

  /** Counts the rows and cells of all tables of a file. */
  static final class Budget {
    private long rows;
    private long cells;

    private void take(int width) {
      rows++;
      cells += width + ROW;
      if (rows > MOST_ROWS || cells > ReadingLimits.CELLS) {
        throw new UnreadableException(
            "holds more than " + MOST_ROWS + " rows or " + ReadingLimits.CELLS + " cells");
      }
    }
  }

  /** Collects rows within the bounds. */
  static final class Rows {
    private final List<List<Value>> rows = new ArrayList<>();
    private final Budget budget;

    Rows(Budget budget) {
      this.budget = budget;
    }

    void add(List<Value> row) {
      int width = row.size();
      while (width > 0 && row.get(width - 1).isEmpty()) {
        width--;
      }
      if (width > MOST_COLUMNS) {
        throw new UnreadableException("has " + width + " columns, at most " + MOST_COLUMNS);
      }
      budget.take(width);
      rows.add(List.copyOf(row.subList(0, width)));
    }

    Grid grid(String name, String heading) {
      int width = rows.stream().mapToInt(List::size).max().orElse(0);
      return new Grid(name, heading, rows, width);
    }
  }
}
