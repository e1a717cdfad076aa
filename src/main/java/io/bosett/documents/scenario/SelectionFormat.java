package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.Band;
import io.bosett.model.Selection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code selection}: a share with a tolerance, or limits on the number. */
final class SelectionFormat {
  private SelectionFormat() {}

  static @Nullable Selection read(JsonCursor at) {
    ObjectFields fields = at.fields("share", "tolerance", "atLeast", "atMost");
    if (!fields.isObject()) {
      return null;
    }
    boolean asShare = fields.has("share") || fields.has("tolerance");
    if (asShare && (fields.has("atLeast") || fields.has("atMost"))) {
      at.fault("has both a share and limits", "share and tolerance, or atLeast and atMost");
    }
    if (!asShare) {
      Band band = BandFormat.read(fields);
      return new Selection.Count(band.atLeast(), band.atMost());
    }
    BigDecimal share = fraction(fields.need("share"));
    return new Selection.Share(share, fraction(fields.get("tolerance")));
  }

  private static BigDecimal fraction(JsonCursor at) {
    return at.decimal(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO);
  }
}
