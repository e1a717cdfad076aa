package io.bosett.documents.scenario;

import io.bosett.documents.dataset.LookAlikes;
import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Band;
import io.bosett.model.Region;
import java.util.ArrayList;
import java.util.List;

/** The format of {@code regions}. */
final class RegionFormat {
  private static final int MOST_REGIONS = 1_000;

  private static final Field<Region, String> NAME =
      Field.text("name", TextRules.LONGEST_NAME, r -> r.name().isEmpty() ? null : r.name());
  private static final Field<Region, String> COUNTY = Field.id("county", Region::county);
  private static final Field<Region, List<String>> MUNICIPALITIES =
      IdListFormat.field("municipalities", r -> r.county() == null ? r.municipalities() : null);
  private static final Field<Region, Band> PERSONS = BandFormat.field("persons", Region::persons);
  private static final Field<Region, Band> MINORS = BandFormat.field("minors", Region::minors);
  private static final Field<Region, Band> SELECTED =
      BandFormat.field("selected", Region::selected);
  static final ObjectShape<Region> SHAPE =
      ObjectShape.of(NAME, COUNTY, MUNICIPALITIES, PERSONS, MINORS, SELECTED);

  private RegionFormat() {}

  static List<Region> readAll(JsonCursor at) {
    List<Region> regions = new ArrayList<>();
    LookAlikes names = new LookAlikes();
    for (JsonCursor item : at.items(MOST_REGIONS)) {
      regions.add(read(item, names));
    }
    return regions;
  }

  private static Region read(JsonCursor at, LookAlikes names) {
    ObjectFields fields = SHAPE.fields(at);
    String name = NAME.or(fields, "");
    names.add(NAME.at(fields), name);
    JsonCursor listed = MUNICIPALITIES.at(fields);
    if (COUNTY.isIn(fields) && listed.isPresent()) {
      listed.fault("stands beside county", "one of the two");
    } else if (fields.isObject() && !COUNTY.isIn(fields) && !listed.isPresent()) {
      at.faultAmong("says not whom it is about", List.of(COUNTY.name(), MUNICIPALITIES.name()));
    }
    List<String> municipalities = MUNICIPALITIES.or(fields, List.of());
    if (listed.value() instanceof JsonValue.Items && municipalities.isEmpty()) {
      listed.fault("is empty", "at least one municipality");
    }
    return new Region(
        name,
        COUNTY.orNull(fields),
        municipalities,
        PERSONS.or(fields, Band.FREE),
        MINORS.or(fields, Band.FREE),
        SELECTED.or(fields, Band.FREE));
  }

  static void writeAll(JsonWriter out, String name, List<Region> regions) {
    out.list(name, regions, SHAPE::write);
  }
}
