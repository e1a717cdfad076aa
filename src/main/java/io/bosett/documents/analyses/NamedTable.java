package io.bosett.documents.analyses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table of an analysis, for CSV, text and reports.
 *
 * @param name of the table
 * @param columns headings
 * @param isDetail whether it is too long to be shown beside the others
 * @param rows whole numbers, decimals and texts; the empty text where there is no value
 */
public record NamedTable(
    String name, List<String> columns, boolean isDetail, List<List<Object>> rows) {
  /** A table without rows, to be added to. */
  static NamedTable of(String name, String... columns) {
    return new NamedTable(name, List.of(columns), false, new ArrayList<>());
  }

  /** The same for a table of details. */
  static NamedTable detail(String name, String... columns) {
    return new NamedTable(name, List.of(columns), true, new ArrayList<>());
  }

  /** Adds a row; null is no value. */
  NamedTable add(@Nullable Object... cells) {
    List<Object> row = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      row.add(text(cell));
    }
    rows.add(row);
    return this;
  }

  private static Object text(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    return cell instanceof Enum<?> constant ? word(constant) : cell;
  }

  /** The word of a constant in documents: {@code TOSS_UP} is {@code tossUp}. */
  static String word(Enum<?> constant) {
    String[] parts = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder word = new StringBuilder(parts[0]);
    for (int k = 1; k < parts.length; k++) {
      word.append(Character.toUpperCase(parts[k].charAt(0))).append(parts[k].substring(1));
    }
    return word.toString();
  }
}
