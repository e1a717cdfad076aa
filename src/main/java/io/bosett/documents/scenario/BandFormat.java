package io.bosett.documents.scenario;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.model.Band;
import io.bosett.model.Demand;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The format of a band, {@code {"atLeast": ..., "atMost": ...}}. */
final class BandFormat {
  static final String AT_LEAST = "atLeast";
  static final String AT_MOST = "atMost";

  private static final Field<Band, Integer> LOW = atLeast(Band::atLeast);
  private static final Field<Band, Integer> HIGH = atMost(Band::atMost);
  private static final ObjectShape<Band> SHAPE = ObjectShape.of(LOW, HIGH);

  private BandFormat() {}

  /** A field with a band; left out when it is free. */
  static <O> Field<O, Band> field(String name, Function<O, Band> value) {
    Field<O, Band> field =
        Field.of(
            name,
            at -> read(SHAPE.fields(at)),
            SHAPE::write,
            owner -> value.apply(owner).isFree() ? null : value.apply(owner));
    return field.within(SHAPE);
  }

  /** The lower limit, as a field of a larger object. */
  static <O> Field<O, Integer> atLeast(Function<O, @Nullable Integer> value) {
    return Field.whole(AT_LEAST, 0, Demand.MAXIMUM, value);
  }

  /** The upper limit, as a field of a larger object. */
  static <O> Field<O, Integer> atMost(Function<O, @Nullable Integer> value) {
    return Field.whole(AT_MOST, 0, Demand.MAXIMUM, value);
  }

  /** Reads both limits. */
  static Band read(ObjectFields fields) {
    Integer atLeast = LOW.orNull(fields);
    Integer atMost = HIGH.orNull(fields);
    if (atLeast != null && atMost != null && atLeast > atMost) {
      String found = "is " + atLeast + ", above atMost (" + atMost + ")";
      fields.get(AT_LEAST).fault(found, "0.." + atMost);
      return Band.FREE;
    }
    return new Band(atLeast, atMost);
  }

  /** Reports a lower limit above the upper one. */
  static boolean isCrossed(JsonCursor low, BigDecimal atLeast, BigDecimal atMost) {
    if (atLeast.compareTo(atMost) <= 0) {
      return false;
    }
    low.fault("is " + atLeast + ", above atMost (" + atMost + ")", "at most " + atMost);
    return true;
  }
}
