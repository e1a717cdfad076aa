package io.bosett.documents.scenario;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.model.CellRef;
import io.bosett.model.Demand;
import io.bosett.model.Places;
import io.bosett.model.Places.Per1000;
import io.bosett.model.Places.ShareOf;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The format of {@code places}. */
final class PlacesFormat {
  private static final BigDecimal MOST_PER_1000 = BigDecimal.valueOf(Demand.MAXIMUM);

  private static final CellFormat<ShareOf> SHARED_CELL = new CellFormat<>(ShareOf::cell);
  private static final Field<ShareOf, BigDecimal> SHARE =
      Field.decimal("share", BigDecimal.ZERO, BigDecimal.ONE, ShareOf::share);
  private static final ObjectShape<ShareOf> SHARE_OF_SHAPE =
      ObjectShape.of(SHARED_CELL.indicator, SHARED_CELL.year, SHARE);

  private static final CellFormat<Per1000> COUNTED_CELL = new CellFormat<>(Per1000::cell);
  private static final Field<Per1000, BigDecimal> VALUE =
      Field.decimal("value", BigDecimal.ZERO, MOST_PER_1000, Per1000::value);
  private static final ObjectShape<Per1000> PER_1000_SHAPE =
      ObjectShape.of(COUNTED_CELL.indicator, COUNTED_CELL.year, VALUE);

  private static final Field<Places, Integer> MINIMUM =
      Field.whole("minimum", 1, Demand.MAXIMUM, Places::minimum);
  private static final Field<Places, Integer> MAXIMUM =
      Field.whole("maximum", 0, Demand.MAXIMUM, Places::maximum);
  private static final Field<Places, ShareOf> MAXIMUM_SHARE_OF =
      Field.<Places, ShareOf>of(
              "maximumShareOf",
              PlacesFormat::readShareOf,
              SHARE_OF_SHAPE::write,
              Places::maximumShareOf)
          .within(SHARE_OF_SHAPE);
  private static final Field<Places, Per1000> MAXIMUM_PER_1000 =
      Field.<Places, Per1000>of(
              "maximumPer1000",
              PlacesFormat::readPer1000,
              PER_1000_SHAPE::write,
              Places::maximumPer1000)
          .within(PER_1000_SHAPE);
  static final ObjectShape<Places> SHAPE =
      ObjectShape.of(MINIMUM, MAXIMUM, MAXIMUM_SHARE_OF, MAXIMUM_PER_1000);

  private PlacesFormat() {}

  static Places read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    return new Places(
        MINIMUM.or(fields, Places.DEFAULT_MINIMUM),
        MAXIMUM.orNull(fields),
        MAXIMUM_SHARE_OF.orNull(fields),
        MAXIMUM_PER_1000.orNull(fields));
  }

  static void write(JsonWriter out, String name, Places places) {
    SHAPE.write(out, name, places);
  }

  private static @Nullable ShareOf readShareOf(JsonCursor at) {
    ObjectFields fields = SHARE_OF_SHAPE.fields(at);
    if (!fields.isObject()) {
      return null;
    }
    CellRef cell = SHARED_CELL.read(fields);
    return new ShareOf(cell, SHARE.need(fields, BigDecimal.ONE));
  }

  private static @Nullable Per1000 readPer1000(JsonCursor at) {
    ObjectFields fields = PER_1000_SHAPE.fields(at);
    if (!fields.isObject()) {
      return null;
    }
    CellRef cell = COUNTED_CELL.read(fields);
    return new Per1000(cell, VALUE.need(fields, MOST_PER_1000));
  }
}
