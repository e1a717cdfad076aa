package io.bosett.documents.scenario;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.model.CellRef;
import io.bosett.model.Demand;
import io.bosett.model.Minors;
import io.bosett.model.Minors.Who;
import io.bosett.model.Minors.Who.Condition;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The format of {@code minors}. */
final class MinorsFormat {
  private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

  private static final CellFormat<Condition> CELL = new CellFormat<>(Condition::cell);
  private static final Field<Condition, BigDecimal> AT_LEAST =
      Field.decimal(BandFormat.AT_LEAST, MOST.negate(), MOST, Condition::atLeast);
  private static final Field<Condition, BigDecimal> AT_MOST =
      Field.decimal(BandFormat.AT_MOST, MOST.negate(), MOST, Condition::atMost);
  private static final ObjectShape<Condition> CONDITION_SHAPE =
      ObjectShape.of(CELL.indicator, CELL.year, AT_LEAST, AT_MOST);

  private static final Field<Minors, Integer> MOST_MUNICIPALITIES =
      BandFormat.atMost(Minors::municipalitiesAtMost);
  private static final ObjectShape<Minors> MUNICIPALITIES_SHAPE =
      ObjectShape.of(MOST_MUNICIPALITIES);

  private static final Field<Minors, Integer> MINIMUM_GROUP =
      Field.whole("minimumGroup", 1, Demand.MAXIMUM, Minors::minimumGroup);
  private static final Field<Minors, BigDecimal> MAXIMUM_SHARE =
      Field.decimal("maximumShare", BigDecimal.ZERO, BigDecimal.ONE, Minors::maximumShare);
  private static final Field<Minors, Integer> MAXIMUM =
      Field.whole("maximum", 0, Demand.MAXIMUM, Minors::maximum);
  private static final Field<Minors, Integer> MUNICIPALITIES =
      Field.<Minors, Integer>of(
              "municipalities",
              at -> MOST_MUNICIPALITIES.orNull(MUNICIPALITIES_SHAPE.fields(at)),
              (out, name, most) -> out.object(name, () -> out.whole(BandFormat.AT_MOST, most)),
              Minors::municipalitiesAtMost)
          .within(MUNICIPALITIES_SHAPE);
  private static final Field<Minors, Who> CANDIDATES =
      Field.<Minors, Who>of(
              "candidates", MinorsFormat::readWho, MinorsFormat::writeWho, Minors::candidates)
          .within(CONDITION_SHAPE);
  static final ObjectShape<Minors> SHAPE =
      ObjectShape.of(MINIMUM_GROUP, MAXIMUM_SHARE, MAXIMUM, MUNICIPALITIES, CANDIDATES);

  private MinorsFormat() {}

  static Minors read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    return new Minors(
        MINIMUM_GROUP.or(fields, Minors.DEFAULT.minimumGroup()),
        MAXIMUM_SHARE.or(fields, Minors.DEFAULT.maximumShare()),
        MAXIMUM.orNull(fields),
        MUNICIPALITIES.orNull(fields),
        CANDIDATES.orNull(fields));
  }

  static void write(JsonWriter out, String name, Minors minors) {
    SHAPE.write(out, name, minors);
  }

  private static @Nullable Who readWho(JsonCursor at) {
    if (at.value() instanceof JsonValue.Items) {
      return new Who.Listed(IdListFormat.read(at));
    }
    if (at.value() instanceof JsonValue.Members) {
      return readCondition(at);
    }
    at.faultKind("a list of ids or a condition on a cell");
    return null;
  }

  private static void writeWho(JsonWriter out, String name, Who who) {
    if (who instanceof Who.Listed listed) {
      out.texts(name, listed.municipalities());
    } else if (who instanceof Condition condition) {
      CONDITION_SHAPE.write(out, name, condition);
    }
  }

  private static Who readCondition(JsonCursor at) {
    ObjectFields fields = CONDITION_SHAPE.fields(at);
    CellRef cell = CELL.read(fields);
    BigDecimal atLeast = AT_LEAST.orNull(fields);
    BigDecimal atMost = AT_MOST.orNull(fields);
    JsonCursor low = AT_LEAST.at(fields);
    if (!low.isPresent() && !AT_MOST.isIn(fields)) {
      at.faultAmong("has no limit", List.of(AT_LEAST.name(), AT_MOST.name()));
    }
    if (atLeast != null && atMost != null && BandFormat.isCrossed(low, atLeast, atMost)) {
      atMost = null;
    }
    if (atLeast == null && atMost == null) {
      atLeast = BigDecimal.ONE;
    }
    return new Condition(cell, atLeast, atMost);
  }
}
