package io.bosett.files;

/** Texts in tables that a spreadsheet program would take for a formula. */
final class Harmless {
  private static final String STARTS = "=+-@\t\r";

  private Harmless() {}

  /** The text, with an apostrophe before it when a spreadsheet program could run it. */
  static String text(String text) {
    return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
