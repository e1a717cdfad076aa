package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.Demand;

/** {@code demand}. */
final class DemandFormat {
  private DemandFormat() {}

  static Demand read(JsonCursor at) {
    ObjectFields fields = at.fields("persons", "minors");
    Integer persons = fields.need("persons").wholeOrNull(1, Demand.MAXIMUM);
    JsonCursor minorsAt = fields.get("minors");
    int minors = minorsAt.whole(0, Demand.MAXIMUM, 0);
    if (persons == null) {
      return new Demand(Math.max(1, minors), minors);
    }
    if (minors > persons) {
      minorsAt.fault(
          "is " + minors + ", more than demand.persons (" + persons + ")", "0.." + persons);
      return new Demand(persons, 0);
    }
    return new Demand(persons, minors);
  }
}
