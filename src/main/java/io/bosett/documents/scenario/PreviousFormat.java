package io.bosett.documents.scenario;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Demand;
import io.bosett.model.Previous;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The format of {@code previous}. */
final class PreviousFormat {
  private static final double MOST_COST = 1e6;

  private static final Field<Previous, Map<String, Integer>> ALLOCATION =
      Field.of(
          "allocation",
          PreviousFormat::readAllocation,
          (out, name, persons) -> out.object(name, () -> persons.forEach(out::whole)),
          Previous::allocation);
  private static final Field<Previous, Double> COST_PER_PERSON_MOVED =
      Field.number("costPerPersonMoved", 0, MOST_COST, Previous::costPerPersonMoved);
  private static final Field<Previous, Double> COST_PER_SWITCH =
      Field.number("costPerSwitch", 0, MOST_COST, Previous::costPerSwitch);
  static final ObjectShape<Previous> SHAPE =
      ObjectShape.of(ALLOCATION, COST_PER_PERSON_MOVED, COST_PER_SWITCH);

  private PreviousFormat() {}

  static @Nullable Previous read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    if (!fields.isObject()) {
      return null;
    }
    return new Previous(
        ALLOCATION.need(fields, Map.of()),
        COST_PER_PERSON_MOVED.or(fields, 0.0),
        COST_PER_SWITCH.or(fields, 0.0));
  }

  static void write(JsonWriter out, String name, Previous previous) {
    SHAPE.write(out, name, previous);
  }

  private static Map<String, Integer> readAllocation(JsonCursor at) {
    Map<String, Integer> allocation = new HashMap<>();
    for (JsonCursor entry : at.entries().all()) {
      String id = entry.name();
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
    return allocation;
  }
}
