package io.bosett.documents.scenario;

import io.bosett.documents.dataset.FiguresFormat;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.CellRef;
import io.bosett.model.Figure;

/** Indicators in a year or over years. */
public final class FigureFormat {
  private static final double LONGEST_HALF_LIFE = 1e6;

  private FigureFormat() {}

  /** Reads {@code indicator} and either {@code year} or {@code years}. */
  static Figure read(ObjectFields fields) {
    String indicator = fields.need("indicator").id();
    JsonCursor year = fields.get("year");
    JsonCursor years = fields.get("years");
    if (years.isPresent()) {
      if (year.isPresent()) {
        years.fault("stands beside year", "one of the two");
      }
      return overYears(indicator, years);
    }
    if (fields.isObject() && !year.isPresent()) {
      year.fault("is missing, and there are no years either", "one of the two");
    }
    return new Figure(indicator, year.whole(0, FiguresFormat.LAST_YEAR, 0));
  }

  private static Figure overYears(String indicator, JsonCursor years) {
    ObjectFields fields = years.fields("from", "to", "halfLife");
    YearsFormat.Span span = YearsFormat.span(fields);
    JsonCursor halfLife = fields.get("halfLife");
    Double value = halfLife.numberOrNull(0, LONGEST_HALF_LIFE);
    if (value != null && value == 0) {
      halfLife.fault("is 0", "more than 0, at most 1000000");
      value = null;
    }
    return new Figure(indicator, span.from(), span.to(), value);
  }

  /** Reads {@code indicator} and {@code year}. */
  static CellRef cell(ObjectFields fields) {
    String indicator = fields.need("indicator").id();
    return new CellRef(indicator, fields.need("year").whole(0, FiguresFormat.LAST_YEAR, 0));
  }
}
