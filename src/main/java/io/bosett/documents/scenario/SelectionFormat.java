package io.bosett.documents.scenario;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.model.Band;
import io.bosett.model.Selection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The format of {@code selection}: a share with a tolerance, or limits on the number. */
final class SelectionFormat {
  private static final Field<Selection, BigDecimal> SHARE =
      Field.decimal(
          "share",
          BigDecimal.ZERO,
          BigDecimal.ONE,
          s -> s instanceof Selection.Share share ? share.share() : null);
  private static final Field<Selection, BigDecimal> TOLERANCE =
      Field.decimal(
          "tolerance",
          BigDecimal.ZERO,
          BigDecimal.ONE,
          s -> s instanceof Selection.Share share ? share.tolerance() : null);
  private static final Field<Selection, Integer> AT_LEAST =
      BandFormat.atLeast(s -> s instanceof Selection.Count count ? count.atLeast() : null);
  private static final Field<Selection, Integer> AT_MOST =
      BandFormat.atMost(s -> s instanceof Selection.Count count ? count.atMost() : null);
  static final ObjectShape<Selection> SHAPE = ObjectShape.of(SHARE, TOLERANCE, AT_LEAST, AT_MOST);

  private SelectionFormat() {}

  static @Nullable Selection read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    if (!fields.isObject()) {
      return null;
    }
    boolean asShare = SHARE.isIn(fields) || TOLERANCE.isIn(fields);
    if (asShare && (AT_LEAST.isIn(fields) || AT_MOST.isIn(fields))) {
      at.fault("has both a share and limits", "share and tolerance, or atLeast and atMost");
    }
    if (!asShare) {
      Band band = BandFormat.read(fields);
      return new Selection.Count(band.atLeast(), band.atMost());
    }
    return new Selection.Share(
        SHARE.need(fields, BigDecimal.ZERO), TOLERANCE.or(fields, BigDecimal.ZERO));
  }

  static void write(JsonWriter out, String name, Selection selection) {
    SHAPE.write(out, name, selection);
  }
}
