package io.bosett.documents.csv;

import io.bosett.documents.json.TextRules;

/**
 * Texts in tables, which a spreadsheet program must neither run as a formula nor choke on. Readers
 * refuse control characters, so most of this guards what comes another way.
 */
public final class SpreadsheetSanitizer {
  /** What begins a formula, also in the wide forms that East Asian keyboards give. */
  private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetSanitizer() {}

  /**
   * The text with an apostrophe before it when it begins like a formula, perhaps after white space,
   * or with a tab or line end; control characters, those that turn the direction of reading (with
   * which a name could look like another) and what is no character become U+FFFD.
   */
  public static String text(String text) {
    String shown = shown(text);
    return isRisky(shown) ? "'" + shown : shown;
  }

  private static boolean isRisky(String text) {
    int i = 0;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    boolean breaks = i > 0 && text.substring(0, i).chars().anyMatch(c -> c < ' ');
    return breaks || (i < text.length() && STARTS.indexOf(text.charAt(i)) >= 0);
  }

  /** White space of any kind, and characters without width. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static String shown(String text) {
    StringBuilder shown = null;
    for (int i = 0; i < text.length(); i++) {
      if (isNoCharacter(text.charAt(i))) {
        shown = shown == null ? new StringBuilder(text) : shown;
        shown.setCharAt(i, '\uFFFD');
      }
    }
    return TextRules.wellFormed(shown == null ? text : shown.toString());
  }

  private static boolean isNoCharacter(char c) {
    boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
    boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    return control || turns || c == 0x7f || c == '\uFFFE' || c == '\uFFFF';
  }
}
