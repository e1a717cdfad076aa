package io.bosett.documents.analyses;

import io.bosett.documents.json.PlainDecimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of an analysis, for CSV, workbooks, text and reports. Its headings are the names of the
 * document: those of a nested value are joined by slashes ({@code ranges/0.001/least}), with the
 * loss or the year in place of a position. Of a list a cell holds the values ({@code 101 104}), the
 * intervals ({@code 0..0.25 0.5..1}), or the number of the objects, which are a table of their own.
 *
 * @param name of the table
 * @param columns headings
 * @param isDetail whether it is too long to be shown beside the others
 * @param rows whole numbers, decimals and texts; the empty text where there is no value
 */
public record NamedTable(
    String name, List<String> columns, boolean isDetail, List<List<Object>> rows) {
  private static final Set<String> BESIDE_WORDS = Set.of("municipality", "name", "words", "label");
  private static final Set<String> UNREAD =
      Set.of("instead", "changes", "candidates", "rangesJointlyAttainable");
  private static final Set<String> SELDOM = Set.of("doubtful", "refused");

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
      row.add(kept(cell));
    }
    rows.add(row);
    return this;
  }

  /** What people are shown of it: no counts of another table, and of words only whose they are. */
  public int[] readable() {
    boolean hasWords = columns.contains("words");
    return IntStream.range(0, columns.size())
        .filter(k -> hasWords ? BESIDE_WORDS.contains(columns.get(k)) : isReadable(k))
        .toArray();
  }

  private boolean isReadable(int k) {
    String column = columns.get(k);
    boolean isEmpty = rows.stream().allMatch(row -> row.get(k).equals(""));
    return !UNREAD.contains(column) && !(isEmpty && SELDOM.contains(column));
  }

  /** A cell as text, decimals without exponents. */
  public static String text(Object cell) {
    return cell instanceof Double number ? PlainDecimals.exact(number) : cell.toString();
  }

  private static Object kept(@Nullable Object cell) {
    if (cell == null) {
      return "";
    } else if (cell instanceof BigDecimal decimal) {
      boolean isWhole = decimal.stripTrailingZeros().scale() <= 0;
      return isWhole ? (Object) decimal.longValueExact() : (Object) decimal.doubleValue();
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
