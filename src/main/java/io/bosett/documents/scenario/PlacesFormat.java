package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.CellRef;
import io.bosett.model.Demand;
import io.bosett.model.Places;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code places}. */
final class PlacesFormat {
  private static final BigDecimal MOST_PER_1000 = BigDecimal.valueOf(Demand.MAXIMUM);

  private PlacesFormat() {}

  static Places read(JsonCursor at) {
    ObjectFields fields = at.fields("minimum", "maximum", "maximumShareOf", "maximumPer1000");
    return new Places(
        fields.get("minimum").whole(1, Demand.MAXIMUM, Places.DEFAULT_MINIMUM),
        fields.get("maximum").wholeOrNull(0, Demand.MAXIMUM),
        shareOf(fields.get("maximumShareOf")),
        per1000(fields.get("maximumPer1000")));
  }

  private static Places.@Nullable ShareOf shareOf(JsonCursor at) {
    ObjectFields fields = at.fields("indicator", "year", "share");
    if (!fields.isObject()) {
      return null;
    }
    CellRef cell = FigureFormat.cell(fields);
    BigDecimal share =
        fields.need("share").decimal(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE);
    return new Places.ShareOf(cell, share);
  }

  private static Places.@Nullable Per1000 per1000(JsonCursor at) {
    ObjectFields fields = at.fields("indicator", "year", "value");
    if (!fields.isObject()) {
      return null;
    }
    CellRef cell = FigureFormat.cell(fields);
    BigDecimal value = fields.need("value").decimal(BigDecimal.ZERO, MOST_PER_1000, MOST_PER_1000);
    return new Places.Per1000(cell, value);
  }
}
