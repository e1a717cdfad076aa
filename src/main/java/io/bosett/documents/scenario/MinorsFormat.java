package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.CellRef;
import io.bosett.model.Demand;
import io.bosett.model.Minors;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code minors}. */
final class MinorsFormat {
  private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

  private MinorsFormat() {}

  static Minors read(JsonCursor at) {
    ObjectFields fields =
        at.fields("minimumGroup", "maximumShare", "maximum", "municipalities", "candidates");
    ObjectFields municipalities = fields.get("municipalities").fields("atMost");
    JsonCursor share = fields.get("maximumShare");
    return new Minors(
        fields.get("minimumGroup").whole(1, Demand.MAXIMUM, 1),
        share.decimal(BigDecimal.ZERO, BigDecimal.ONE, Minors.DEFAULT.maximumShare()),
        fields.get("maximum").wholeOrNull(0, Demand.MAXIMUM),
        municipalities.get("atMost").wholeOrNull(0, Demand.MAXIMUM),
        who(fields.get("candidates")));
  }

  private static Minors.@Nullable Who who(JsonCursor at) {
    if (at.value() instanceof JsonValue.Items) {
      return new Minors.Who.Listed(IdListFormat.read(at));
    }
    if (at.value() instanceof JsonValue.Members) {
      return condition(at);
    }
    at.faultKind("a list of ids or a condition on a cell");
    return null;
  }

  private static Minors.Who condition(JsonCursor at) {
    ObjectFields fields = at.fields("indicator", "year", "atLeast", "atMost");
    CellRef cell = FigureFormat.cell(fields);
    JsonCursor low = fields.get("atLeast");
    JsonCursor high = fields.get("atMost");
    BigDecimal atLeast = low.decimalOrNull(MOST.negate(), MOST);
    BigDecimal atMost = high.decimalOrNull(MOST.negate(), MOST);
    if (!low.isPresent() && !high.isPresent()) {
      at.faultAmong("has no limit", List.of("atLeast", "atMost"));
    }
    if (atLeast != null && atMost != null && BandFormat.isCrossed(low, atLeast, atMost)) {
      atMost = null;
    }
    if (atLeast == null && atMost == null) {
      atLeast = BigDecimal.ONE;
    }
    return new Minors.Who.Condition(cell, atLeast, atMost);
  }
}
