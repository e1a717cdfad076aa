package io.bosett.documents.scenario;

import io.bosett.documents.dataset.FiguresFormat;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;

/** Spans of years. */
final class YearsFormat {
  private YearsFormat() {}

  /** From one year to another, both included. */
  record Span(int from, int to) {}

  /** Reads {@code from} and {@code to}. */
  static Span span(ObjectFields fields) {
    JsonCursor fromAt = fields.need("from");
    Integer from = fromAt.wholeOrNull(0, FiguresFormat.LAST_YEAR);
    Integer to = fields.need("to").wholeOrNull(0, FiguresFormat.LAST_YEAR);
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
