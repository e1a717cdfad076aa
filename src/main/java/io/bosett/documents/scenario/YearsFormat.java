package io.bosett.documents.scenario;

import io.bosett.documents.dataset.FiguresFormat;
import io.bosett.documents.json.Field;
import io.bosett.documents.json.ObjectFields;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The format of a span of years: {@code from} and {@code to}. */
final class YearsFormat {
  private static final Field<Span, Integer> FROM = from(Span::from);
  private static final Field<Span, Integer> TO = to(Span::to);

  private YearsFormat() {}

  /** From one year to another, both included. */
  record Span(int from, int to) {}

  /** The first year. */
  static <O> Field<O, Integer> from(Function<O, @Nullable Integer> value) {
    return year("from", value);
  }

  /** The last year. */
  static <O> Field<O, Integer> to(Function<O, @Nullable Integer> value) {
    return year("to", value);
  }

  /** A year. */
  static <O> Field<O, Integer> year(String name, Function<O, @Nullable Integer> value) {
    return Field.whole(name, 0, FiguresFormat.LAST_YEAR, value);
  }

  /** Reads both years. */
  static Span read(ObjectFields fields) {
    Integer from = FROM.need(fields);
    Integer to = TO.need(fields);
    if (from == null || to == null) {
      int year = from != null ? from : to != null ? to : 0;
      return new Span(year, year);
    }
    if (from > to) {
      FROM.at(fields).fault("is " + from + ", after to (" + to + ")", "0.." + to);
      return new Span(to, to);
    }
    return new Span(from, to);
  }
}
