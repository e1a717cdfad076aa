package io.bosett.documents.csv;

import java.util.Arrays;

/** Locates fields in the text of a CSV file, for error messages. */
final class CsvLocator {
  private final String text;
  private int[] starts = {};
  private int lines;

  CsvLocator(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** A line and a character of it, both from 1. */
  record Place(int line, int column) {}

  /** The place where a field begins, given the line on which its record begins. */
  Place place(long recordLine, int field) {
    if (lines == 0) {
      findLines();
    }
    int line = (int) recordLine;
    int at = starts[line - 1];
    for (int skipped = 0; skipped < field && at < text.length(); skipped++) {
      at = afterField(at);
    }
    while (line < lines && starts[line] <= at) {
      line++;
    }
    return new Place(line, at - starts[line - 1] + 1);
  }

  /** The index after a field and its separator. */
  private int afterField(int from) {
    int at = from;
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      while (at < text.length() && (text.charAt(at) != '"' || isDoubled(at))) {
        at += text.charAt(at) == '"' ? 2 : 1;
      }
    }
    while (at < text.length() && text.charAt(at) != ',') {
      at++;
    }
    return Math.min(at + 1, text.length());
  }

  private boolean isDoubled(int quote) {
    return quote + 1 < text.length() && text.charAt(quote + 1) == '"';
  }

  private void findLines() {
    starts = new int[1 << 10];
    lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !crlf)) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines++] = i + 1;
      }
    }
  }
}
