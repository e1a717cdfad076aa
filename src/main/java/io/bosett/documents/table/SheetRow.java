package io.bosett.documents.table;

import io.bosett.documents.csv.SpreadsheetSanitizer;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows of sheets. No text is typed as a formula, and each is sanitized all the same, because a
 * sheet may be saved as CSV.
 */
final class SheetRow {
  /** A cell of a sheet holds no more characters; a longer text ends with {@link #CUT}. */
  static final int MOST_CHARACTERS = 32_767;

  static final String CUT = "\u2026";

  private static final Pattern ESCAPE = Pattern.compile("_(?=[xX][0-9A-Fa-f]{4}_)");

  private SheetRow() {}

  /** Writes numbers, truths and texts; nothing for the empty text. */
  static void write(Worksheet sheet, int row, List<?> cells) {
    for (int column = 0; column < cells.size(); column++) {
      Object cell = cells.get(column);
      if (cell instanceof Number number) {
        sheet.value(row, column, number);
      } else if (cell instanceof Boolean truth) {
        sheet.value(row, column, truth);
      } else if (!cell.toString().isEmpty()) {
        sheet.inlineString(row, column, escaped(cut(SpreadsheetSanitizer.text(cell.toString()))));
      }
    }
  }

  private static String cut(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    int end = MOST_CHARACTERS - CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }

  /**
   * Readers of workbooks decode {@code _x003D_} to {@code =}; a text that holds such an escape says
   * so, by an escape of its underscore.
   */
  private static String escaped(String text) {
    return ESCAPE.matcher(text).replaceAll("_x005F_");
  }
}
