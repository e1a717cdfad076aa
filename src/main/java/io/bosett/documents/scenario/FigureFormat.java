package io.bosett.documents.scenario;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.model.Figure;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The format of a figure: {@code indicator} and either {@code year} or {@code years} as fields of
 * the referring object.
 *
 * @param <O> the referring object
 */
final class FigureFormat<O> {
  private static final double LONGEST_HALF_LIFE = 1e6;

  private static final Field<Figure, Double> HALF_LIFE =
      Field.of("halfLife", FigureFormat::readHalfLife, JsonWriter::exact, Figure::halfLife);
  private static final ObjectShape<Figure> YEARS =
      ObjectShape.of(YearsFormat.from(Figure::from), YearsFormat.to(Figure::to), HALF_LIFE);

  final Field<O, String> indicator;
  final Field<O, Integer> year;
  final Field<O, Figure> years;

  FigureFormat(Function<O, Figure> figure) {
    indicator = Field.id("indicator", owner -> figure.apply(owner).indicator());
    year = YearsFormat.year("year", owner -> yearOf(figure.apply(owner)));
    Function<O, @Nullable Figure> severalYears =
        owner -> figure.apply(owner).isOfOneYear() ? null : figure.apply(owner);
    years = Field.of("years", FigureFormat::readYears, YEARS::write, severalYears).within(YEARS);
  }

  private static @Nullable Integer yearOf(Figure figure) {
    return figure.isOfOneYear() ? figure.from() : null;
  }

  Figure read(ObjectFields fields) {
    String named = indicator.need(fields, "");
    JsonCursor yearAt = year.at(fields);
    if (yearAt.isPresent() && years.isIn(fields)) {
      years.at(fields).fault("stands beside year", "one of the two");
    }
    @Nullable Figure span = years.orNull(fields);
    if (span != null) {
      return new Figure(named, span.from(), span.to(), span.halfLife());
    }
    if (fields.isObject() && !yearAt.isPresent()) {
      yearAt.fault("is missing, and there are no years either", "one of the two");
    }
    return new Figure(named, year.or(fields, 0));
  }

  /** Reads all but the indicator. */
  private static Figure readYears(JsonCursor at) {
    ObjectFields fields = YEARS.fields(at);
    YearsFormat.Span span = YearsFormat.read(fields);
    return new Figure("", span.from(), span.to(), HALF_LIFE.orNull(fields));
  }

  private static @Nullable Double readHalfLife(JsonCursor at) {
    Double value = at.numberOrNull(0, LONGEST_HALF_LIFE);
    if (value != null && value == 0) {
      at.fault("is 0", "more than 0, at most 1000000");
      return null;
    }
    return value;
  }
}
