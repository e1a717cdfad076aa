package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code regions}. */
final class RegionFormat {
  private static final int MOST_REGIONS = 1_000;

  private RegionFormat() {}

  static List<Region> readAll(JsonCursor at) {
    List<Region> regions = new ArrayList<>();
    for (JsonCursor item : at.items(MOST_REGIONS)) {
      regions.add(read(item));
    }
    return regions;
  }

  private static Region read(JsonCursor at) {
    ObjectFields fields =
        at.fields("name", "county", "municipalities", "persons", "minors", "selected");
    JsonCursor county = fields.get("county");
    JsonCursor listed = fields.get("municipalities");
    if (county.isPresent() && listed.isPresent()) {
      listed.fault("stands beside county", "one of the two");
    } else if (fields.isObject() && !county.isPresent() && !listed.isPresent()) {
      at.faultAmong("says not whom it is about", List.of("county", "municipalities"));
    }
    List<String> municipalities = IdListFormat.read(listed);
    if (listed.value() instanceof JsonValue.Items && municipalities.isEmpty()) {
      listed.fault("is empty", "at least one municipality");
    }
    @Nullable String countyId = county.isPresent() ? county.id() : null;
    return new Region(
        fields.get("name").text(TextRules.LONGEST_NAME, ""),
        countyId,
        municipalities,
        BandFormat.read(fields.get("persons")),
        BandFormat.read(fields.get("minors")),
        BandFormat.read(fields.get("selected")));
  }
}
