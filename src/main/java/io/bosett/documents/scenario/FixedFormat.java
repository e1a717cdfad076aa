package io.bosett.documents.scenario;

import io.bosett.documents.dataset.FiguresFormat;
import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.model.Demand;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The format of {@code fixed}. */
final class FixedFormat {
  private static final Field<Fixed, String> MUNICIPALITY =
      Field.id("municipality", Fixed::municipality);
  private static final Field<Fixed, Integer> PERSONS =
      Field.whole("persons", 0, Demand.MAXIMUM, Fixed::persons);
  private static final Field<Fixed, Integer> MINORS =
      Field.whole("minors", 0, Demand.MAXIMUM, Fixed::minors);
  private static final Field<Fixed, Boolean> SELECTED = Field.truth("selected", Fixed::selected);
  static final ObjectShape<Fixed> SHAPE = ObjectShape.of(MUNICIPALITY, PERSONS, MINORS, SELECTED);

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
    ObjectFields fields = SHAPE.fields(at);
    String id = MUNICIPALITY.need(fields, "");
    IdListFormat.refuseSecond(MUNICIPALITY.at(fields), id, seen);
    List<String> what = List.of(PERSONS.name(), MINORS.name(), SELECTED.name());
    if (fields.isObject() && what.stream().noneMatch(fields::has)) {
      at.faultAmong("fixes nothing", what);
    }
    return new Fixed(
        id,
        noneOrEnough(PERSONS, fields, places.minimum(), "places.minimum"),
        noneOrEnough(MINORS, fields, minors.minimumGroup(), "minors.minimumGroup"),
        SELECTED.orNull(fields));
  }

  /** A number that is 0 or at least the minimum, which holds for fixed numbers as well. */
  private static @Nullable Integer noneOrEnough(
      Field<Fixed, Integer> field, ObjectFields fields, int minimum, String rule) {
    Integer number = field.orNull(fields);
    if (number != null && number > 0 && number < minimum) {
      String found = "is " + number + ", fewer than " + rule + " (" + minimum + ")";
      field.at(fields).fault(found, "0 or " + minimum + ".." + Demand.MAXIMUM);
      return null;
    }
    return number;
  }

  static void writeAll(JsonWriter out, String name, List<Fixed> fixed) {
    out.list(name, fixed, SHAPE::write);
  }
}
