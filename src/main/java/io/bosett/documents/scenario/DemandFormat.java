package io.bosett.documents.scenario;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.model.Demand;

/** The format of {@code demand}. */
final class DemandFormat {
  private static final Field<Demand, Integer> PERSONS =
      Field.whole("persons", 1, Demand.MAXIMUM, Demand::persons);
  private static final Field<Demand, Integer> MINORS =
      Field.whole("minors", 0, Demand.MAXIMUM, Demand::minors);
  static final ObjectShape<Demand> SHAPE = ObjectShape.of(PERSONS, MINORS);

  private DemandFormat() {}

  static Demand read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    Integer persons = PERSONS.need(fields);
    int minors = MINORS.or(fields, 0);
    if (persons == null) {
      return new Demand(Math.max(1, minors), minors);
    }
    if (minors > persons) {
      String found = "is " + minors + ", more than demand.persons (" + persons + ")";
      MINORS.at(fields).fault(found, "0.." + persons);
      return new Demand(persons, 0);
    }
    return new Demand(persons, minors);
  }

  static void write(JsonWriter out, String name, Demand demand) {
    SHAPE.write(out, name, demand);
  }
}
