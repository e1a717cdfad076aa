package io.bosett.documents.scenario;

import io.bosett.documents.dataset.FiguresFormat;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.Demand;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code fixed}. */
final class FixedFormat {
  private FixedFormat() {}

  static List<Fixed> readAll(JsonCursor at, Places places, Minors minors) {
    List<Fixed> fixed = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonCursor item : at.items(FiguresFormat.MOST_MUNICIPALITIES)) {
      fixed.add(read(item, seen, places, minors));
    }
    return fixed;
  }

  private static Fixed read(JsonCursor at, Set<String> seen, Places places, Minors minors) {
    ObjectFields fields = at.fields("municipality", "persons", "minors", "selected");
    JsonCursor idAt = fields.need("municipality");
    String id = idAt.id();
    IdListFormat.refuseSecond(idAt, id, seen);
    JsonCursor persons = fields.get("persons");
    JsonCursor minorsAt = fields.get("minors");
    JsonCursor selected = fields.get("selected");
    if (fields.isObject()
        && !(persons.isPresent() || minorsAt.isPresent() || selected.isPresent())) {
      at.faultAmong("fixes nothing", List.of("persons", "minors", "selected"));
    }
    return new Fixed(
        id,
        noneOrEnough(persons, places.minimum(), "places.minimum"),
        noneOrEnough(minorsAt, minors.minimumGroup(), "minors.minimumGroup"),
        selected.truth());
  }

  /** Nobody is asked for fewer than the minimum, not even by decree. */
  private static @Nullable Integer noneOrEnough(JsonCursor at, int minimum, String rule) {
    Integer number = at.wholeOrNull(0, Demand.MAXIMUM);
    if (number != null && number > 0 && number < minimum) {
      String allowed = "0 or " + minimum + ".." + Demand.MAXIMUM;
      at.fault("is " + number + ", fewer than " + rule + " (" + minimum + ")", allowed);
      return null;
    }
    return number;
  }
}
