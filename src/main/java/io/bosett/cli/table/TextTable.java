package io.bosett.cli.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text table with headings; every column is as wide as its widest cell. */
public final class TextTable {
  private static final String BETWEEN = "  ";

  private final boolean[] right;
  private final List<String[]> rows = new ArrayList<>();

  /**
   * @param alignment one character per column: {@code l} or {@code r}
   * @param heads column headings, or none for a table without them
   */
  public TextTable(String alignment, String... heads) {
    right = new boolean[alignment.length()];
    for (int c = 0; c < right.length; c++) {
      right[c] = alignment.charAt(c) == 'r';
    }
    if (heads.length > 0) {
      add(heads);
    }
  }

  /** Adds a row. */
  public void add(String... cells) {
    if (cells.length != right.length) {
      throw new IllegalArgumentException(
          Arrays.toString(cells) + " has " + cells.length + " cells, expected " + right.length);
    }
    rows.add(cells);
  }

  /** The lines, without trailing blanks. */
  public List<String> lines() {
    int[] widths = new int[right.length];
    for (String[] row : rows) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], width(row[c]));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String blanks = " ".repeat(widths[c] - width(row[c]));
      line.append(c == 0 ? "" : BETWEEN);
      line.append(right[c] ? blanks + row[c] : row[c] + blanks);
    }
    return line.toString().stripTrailing();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
