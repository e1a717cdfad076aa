package io.bosett.files;

/** Spans of years. */
final class YearsReader {
  private YearsReader() {}

  /** From one year to another, both included. */
  record Span(int from, int to) {}

  /** Reads {@code from} and {@code to}. */
  static Span span(Fields fields) {
    Cursor fromAt = fields.need("from");
    Integer from = fromAt.wholeOrNull(0, FigureReader.LAST_YEAR);
    Integer to = fields.need("to").wholeOrNull(0, FigureReader.LAST_YEAR);
    if (from == null || to == null) {
      int year = from != null ? from : to != null ? to : 0;
      return new Span(year, year);
    }
    if (from > to) {
      fromAt.fault("is " + from + ", after to (" + to + ")", "0.." + to);
      return new Span(to, to);
    }
    return new Span(from, to);
  }
}
