package io.bosett.documents.scenario;

import io.bosett.documents.dataset.LookAlikes;
import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Base;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.Figure;
import io.bosett.model.Missing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The format of {@code criteria}. */
final class CriterionFormat {
  private static final int MOST_CRITERIA = 50;
  private static final double MOST_WEIGHT = 1e6;
  private static final double MOST_POWER = 5;
  private static final double MOST_STRENGTH = 10;
  private static final double MOST_PRIOR = 1e6;

  private static final FigureFormat<Base> BASE_FIGURE = new FigureFormat<>(Base::figure);
  private static final Field<Base, Double> POWER =
      Field.number("power", 0, MOST_POWER, Base::power);
  private static final Field<Base, Missing> BASE_MISSING = missing(Base::missing);
  private static final ObjectShape<Base> BASE_SHAPE =
      ObjectShape.of(
          BASE_FIGURE.indicator, BASE_FIGURE.year, BASE_FIGURE.years, POWER, BASE_MISSING);

  private static final Field<Shrink, String> COUNT = Field.id("count", Shrink::count);
  private static final Field<Shrink, Double> PRIOR =
      Field.number("prior", 0, MOST_PRIOR, Shrink::prior);
  private static final ObjectShape<Shrink> SHRINK_SHAPE = ObjectShape.of(COUNT, PRIOR);

  private static final FigureFormat<Tilt> TILT_FIGURE = new FigureFormat<>(Tilt::figure);
  private static final Field<Tilt, Double> STRENGTH =
      Field.number("strength", -MOST_STRENGTH, MOST_STRENGTH, Tilt::strength);
  private static final Field<Tilt, Shrink> SHRINK =
      Field.<Tilt, Shrink>of(
              "shrink", CriterionFormat::readShrink, SHRINK_SHAPE::write, Tilt::shrink)
          .within(SHRINK_SHAPE);
  private static final Field<Tilt, Missing> TILT_MISSING = missing(Tilt::missing);
  private static final ObjectShape<Tilt> TILT_SHAPE =
      ObjectShape.of(
          TILT_FIGURE.indicator,
          TILT_FIGURE.year,
          TILT_FIGURE.years,
          STRENGTH,
          SHRINK,
          TILT_MISSING);

  private static final Field<Criterion, String> ID = Field.id("id", Criterion::id);
  private static final Field<Criterion, Double> WEIGHT =
      Field.number("weight", 0, MOST_WEIGHT, Criterion::weight);
  private static final Field<Criterion, Base> BASE =
      Field.<Criterion, Base>of(
              "base", CriterionFormat::readBase, BASE_SHAPE::write, Criterion::base)
          .within(BASE_SHAPE);
  private static final Field<Criterion, Tilt> TILT =
      Field.<Criterion, Tilt>of(
              "tilt", CriterionFormat::readTilt, TILT_SHAPE::write, Criterion::tilt)
          .within(TILT_SHAPE);
  static final ObjectShape<Criterion> SHAPE = ObjectShape.of(ID, WEIGHT, BASE, TILT);

  /** The placeholder for a missing base. */
  private static final Base NO_BASE = new Base(new Figure("", 0), 1, null);

  private CriterionFormat() {}

  private static <O> Field<O, Missing> missing(Function<O, @Nullable Missing> value) {
    return Field.choice("missing", ObjectShape.words(Missing.values()), value);
  }

  static List<Criterion> readAll(JsonCursor at) {
    List<Criterion> criteria = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    LookAlikes ids = new LookAlikes();
    for (JsonCursor item : at.items(MOST_CRITERIA)) {
      criteria.add(read(item, seen, ids));
    }
    if (at.value() instanceof JsonValue.Items && criteria.isEmpty()) {
      at.fault("is empty", "at least one criterion");
    } else if (!criteria.isEmpty() && criteria.stream().allMatch(c -> c.weight() == 0)) {
      at.fault("has weights that are all 0", "at least one weight above 0");
    }
    return criteria;
  }

  private static Criterion read(JsonCursor at, Set<String> seen, LookAlikes ids) {
    ObjectFields fields = SHAPE.fields(at);
    String id = ID.need(fields, "");
    ids.add(ID.at(fields), id);
    IdListFormat.refuseSecond(ID.at(fields), id, seen);
    double weight = WEIGHT.need(fields, 1.0);
    return new Criterion(id, weight, BASE.need(fields, NO_BASE), TILT.orNull(fields));
  }

  private static Base readBase(JsonCursor at) {
    ObjectFields fields = BASE_SHAPE.fields(at);
    Figure figure = BASE_FIGURE.read(fields);
    return new Base(figure, POWER.or(fields, 1.0), BASE_MISSING.orNull(fields));
  }

  private static @Nullable Tilt readTilt(JsonCursor at) {
    ObjectFields fields = TILT_SHAPE.fields(at);
    if (!fields.isObject()) {
      return null;
    }
    Figure figure = TILT_FIGURE.read(fields);
    double strength = STRENGTH.need(fields, 0.0);
    return new Tilt(figure, strength, SHRINK.orNull(fields), TILT_MISSING.orNull(fields));
  }

  private static @Nullable Shrink readShrink(JsonCursor at) {
    ObjectFields fields = SHRINK_SHAPE.fields(at);
    return fields.isObject() ? new Shrink(COUNT.need(fields, ""), PRIOR.need(fields, 0.0)) : null;
  }

  static void writeAll(JsonWriter out, String name, List<Criterion> criteria) {
    out.list(name, criteria, SHAPE::write);
  }
}
