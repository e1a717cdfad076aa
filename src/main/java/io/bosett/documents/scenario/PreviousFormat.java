package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Demand;
import io.bosett.model.Previous;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code previous}. */
final class PreviousFormat {
  private static final double MOST_COST = 1e6;

  private PreviousFormat() {}

  static @Nullable Previous read(JsonCursor at) {
    ObjectFields fields = at.fields("allocation", "costPerPersonMoved", "costPerSwitch");
    if (!fields.isObject()) {
      return null;
    }
    Map<String, Integer> allocation = new HashMap<>();
    for (JsonCursor entry : fields.need("allocation").entries().all()) {
      String id = entry.pointer().token();
      String wrong = TextRules.idFault(id);
      if (wrong != null) {
        entry.fault("stands under a name that " + wrong, "the id of a municipality");
        continue;
      }
      Integer persons = entry.wholeOrNull(0, Demand.MAXIMUM);
      if (persons != null) {
        allocation.put(id, persons);
      }
    }
    return new Previous(
        allocation,
        fields.get("costPerPersonMoved").number(0, MOST_COST, 0),
        fields.get("costPerSwitch").number(0, MOST_COST, 0));
  }
}
