package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.Criterion;
import io.bosett.model.Figure;
import io.bosett.model.Missing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code criteria}. */
final class CriterionReader {
  private static final int MOST_CRITERIA = 50;
  private static final double MOST_WEIGHT = 1e6;
  private static final double MOST_POWER = 5;
  private static final double MOST_STRENGTH = 10;
  private static final double MOST_PRIOR = 1e6;

  private static final Map<String, Missing> MISSING =
      new TreeMap<>(
          Map.of(
              "county", Missing.COUNTY,
              "national", Missing.NATIONAL,
              "exclude", Missing.EXCLUDE));

  private CriterionReader() {}

  static List<Criterion> readAll(JsonCursor at) {
    List<Criterion> criteria = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonCursor item : at.items(MOST_CRITERIA)) {
      criteria.add(read(item, seen));
    }
    if (at.value() instanceof JsonValue.Items && criteria.isEmpty()) {
      at.fault("is empty", "at least one criterion");
    } else if (!criteria.isEmpty() && criteria.stream().allMatch(c -> c.weight() == 0)) {
      at.fault("has weights that are all 0", "at least one weight above 0");
    }
    return criteria;
  }

  private static Criterion read(JsonCursor at, Set<String> seen) {
    ObjectFields fields = at.fields("id", "weight", "base", "tilt");
    JsonCursor idAt = fields.need("id");
    String id = idAt.id();
    IdListReader.refuseSecond(idAt, id, seen);
    double weight = fields.need("weight").number(0, MOST_WEIGHT, 1);
    return new Criterion(id, weight, base(fields.need("base")), tilt(fields.get("tilt")));
  }

  private static Criterion.Base base(JsonCursor at) {
    ObjectFields fields = at.fields("indicator", "year", "years", "power", "missing");
    Figure figure = FigureReader.read(fields);
    double power = fields.get("power").number(0, MOST_POWER, 1);
    return new Criterion.Base(figure, power, missing(fields));
  }

  private static Criterion.@Nullable Tilt tilt(JsonCursor at) {
    ObjectFields fields = at.fields("indicator", "year", "years", "strength", "shrink", "missing");
    if (!fields.isObject()) {
      return null;
    }
    Figure figure = FigureReader.read(fields);
    double strength = fields.need("strength").number(-MOST_STRENGTH, MOST_STRENGTH, 0);
    Criterion.@Nullable Shrink shrink = shrink(fields.get("shrink"));
    return new Criterion.Tilt(figure, strength, shrink, missing(fields));
  }

  private static Criterion.@Nullable Shrink shrink(JsonCursor at) {
    ObjectFields fields = at.fields("count", "prior");
    if (!fields.isObject()) {
      return null;
    }
    String count = fields.need("count").id();
    return new Criterion.Shrink(count, fields.need("prior").number(0, MOST_PRIOR, 0));
  }

  @SuppressWarnings("NullAway") // it does not see type arguments, and null is one of the choices
  private static @Nullable Missing missing(ObjectFields fields) {
    return fields.get("missing").<@Nullable Missing>choice(MISSING, null);
  }
}
