package io.bosett.documents.csv;

import io.bosett.documents.json.TextRules;

/**
 * The guard against CSV injection (formula injection): makes texts in tables safe, so that no
 * spreadsheet program runs one as a formula. Readers refuse control characters, so most of this
 * guards texts from other sources.
 */
public final class SpreadsheetSanitizer {
  /** Characters that begin a formula, also the full-width forms of East Asian keyboards. */
  private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetSanitizer() {}

  /**
   * The text with a leading apostrophe when it begins like a formula, perhaps after white space, or
   * with a tab or line end. Control characters, bidirectional controls (with which a name could
   * imitate another) and noncharacters become U+FFFD.
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

  /** White space of any kind, and zero-width characters. */
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
