package io.bosett.documents.dataset;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Indicator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the description of a dataset, without municipalities and cells: id, title, and where given
 * licence, notes, counties (id to name); the indicators with id, unit, source, licence, description
 * and, for derived ones, how. The licence becomes a note, a derivation part of its description.
 */
public final class DescriptionReader {
  private static final String LICENCE = "Licence: ";
  private static final String DERIVED = " Derived: ";

  private final Set<String> counties = new HashSet<>();
  private final LookAlikes countyIds = new LookAlikes();
  private final LookAlikes countyNames = new LookAlikes();
  private final LookAlikes indicatorIds = new LookAlikes();
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();
  private boolean isReadable;

  /** Reads the fields into a builder. */
  DatasetBuilder read(ObjectFields fields) {
    String id = datasetId(fields.need("id"));
    String title = fields.need("title").text(TextRules.LONGEST_NAME, "");
    DatasetBuilder builder = new DatasetBuilder(id == null ? "" : id, title);
    JsonCursor licence = fields.get("licence");
    if (licence.isPresent()) {
      builder.note(LICENCE + licence.text(TextRules.LONGEST_TEXT - LICENCE.length(), ""));
    }
    for (JsonCursor note : fields.get("notes").items()) {
      builder.note(note.text(TextRules.LONGEST_TEXT, ""));
    }
    for (JsonCursor county : fields.get("counties").entries().all()) {
      county(county, builder);
    }
    JsonCursor declared = fields.need("indicators");
    isReadable = declared.value() instanceof JsonValue.Items;
    for (JsonCursor item : declared.items()) {
      indicator(item);
    }
    indicators.values().forEach(builder::indicator);
    return builder;
  }

  /** The ids of the counties named. */
  Set<String> counties() {
    return counties;
  }

  /** The ids of the indicators declared, or null when they could not be read. */
  @Nullable Set<String> indicators() {
    return isReadable ? indicators.keySet() : null;
  }

  private void county(JsonCursor at, DatasetBuilder builder) {
    String id = at.name();
    String wrong = TextRules.idFault(id);
    if (wrong != null) {
      at.fault("stands under a name that " + wrong, "the id of a county");
    }
    counties.add(id);
    String name = at.text(TextRules.LONGEST_NAME, id);
    countyIds.add(at, id);
    countyNames.add(at, name);
    builder.county(id, name);
  }

  private void indicator(JsonCursor at) {
    ObjectFields fields = at.fields("id", "unit", "source", "licence", "description", "derived");
    JsonCursor idAt = fields.need("id");
    String id = idAt.id();
    indicatorIds.add(idAt, id);
    if (indicators.containsKey(id)) {
      idAt.fault("is " + TextRules.quoted(id) + ", an indicator named before", "every id once");
    }
    indicators.putIfAbsent(
        id,
        new Indicator(
            id,
            fields.need("unit").text(TextRules.LONGEST_NAME, ""),
            fields.need("source").text(TextRules.LONGEST_TEXT, ""),
            fields.need("licence").text(TextRules.LONGEST_TEXT, ""),
            description(fields.need("description"), fields.get("derived"))));
  }

  /** Description and derivation in one, short enough to be read back. */
  private static String description(JsonCursor at, JsonCursor derived) {
    String description = at.text(TextRules.LONGEST_TEXT, "");
    String how = derived.text(TextRules.LONGEST_TEXT, "");
    if (how.isEmpty()) {
      return description;
    }
    int length = description.length() + DERIVED.length() + how.length();
    if (length > TextRules.LONGEST_TEXT) {
      derived.fault(
          "makes the description " + length + " characters long",
          "at most " + TextRules.LONGEST_TEXT + " together");
      return description;
    }
    return description + DERIVED + how;
  }

  /** The id of a dataset, or null when it is missing or invalid. */
  public static @Nullable String datasetId(JsonCursor at) {
    if (!(at.value() instanceof JsonValue.Text text)) {
      at.faultKind("a text");
      return null;
    }
    if (!TextRules.DATASET_ID.matcher(text.text()).matches()) {
      at.fault(
          "is " + text.describe() + ", not the id of a dataset", TextRules.DATASET_ID.pattern());
      return null;
    }
    return text.text();
  }
}
