package io.bosett.files;

import io.bosett.model.DatasetBuilder;
import io.bosett.model.Indicator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All of a dataset but municipalities and cells: id, title, and where given licence, notes,
 * counties (id to name); the indicators with id, unit, source, licence, description and, for
 * derived ones, how. The licence becomes a note, how something was derived a part of its
 * description.
 */
final class DescriptionReader {
  private static final String LICENCE = "Licence: ";
  private static final String DERIVED = " Derived: ";

  private final Set<String> counties = new HashSet<>();
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();
  private boolean isReadable;

  /** Reads the fields into a builder. */
  DatasetBuilder read(Fields fields) {
    String id = ScenarioReader.datasetId(fields.need("id"));
    String title = fields.need("title").text(Texts.LONGEST_NAME, "");
    DatasetBuilder builder = new DatasetBuilder(id == null ? "" : id, title);
    Cursor licence = fields.get("licence");
    if (licence.isPresent()) {
      builder.note(LICENCE + licence.text(Texts.LONGEST_TEXT - LICENCE.length(), ""));
    }
    for (Cursor note : fields.get("notes").items()) {
      builder.note(note.text(Texts.LONGEST_TEXT, ""));
    }
    for (Cursor county : fields.get("counties").entries().all()) {
      county(county, builder);
    }
    Cursor declared = fields.need("indicators");
    isReadable = declared.value() instanceof JsonValue.Items;
    for (Cursor item : declared.items()) {
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

  private void county(Cursor at, DatasetBuilder builder) {
    String id = at.name();
    String wrong = Texts.idFault(id);
    if (wrong != null) {
      at.fault("stands under a name that " + wrong, "the id of a county");
    }
    counties.add(id);
    builder.county(id, at.text(Texts.LONGEST_NAME, id));
  }

  private void indicator(Cursor at) {
    Fields fields = at.fields("id", "unit", "source", "licence", "description", "derived");
    Cursor idAt = fields.need("id");
    String id = idAt.id();
    if (indicators.containsKey(id)) {
      idAt.fault("is " + Texts.quoted(id) + ", an indicator named before", "every id once");
    }
    indicators.putIfAbsent(
        id,
        new Indicator(
            id,
            fields.need("unit").text(Texts.LONGEST_NAME, ""),
            fields.need("source").text(Texts.LONGEST_TEXT, ""),
            fields.need("licence").text(Texts.LONGEST_TEXT, ""),
            description(fields.need("description"), fields.get("derived"))));
  }

  /** Both in one, so short that it can be read back. */
  private static String description(Cursor at, Cursor derived) {
    String description = at.text(Texts.LONGEST_TEXT, "");
    String how = derived.text(Texts.LONGEST_TEXT, "");
    if (how.isEmpty()) {
      return description;
    }
    int length = description.length() + DERIVED.length() + how.length();
    if (length > Texts.LONGEST_TEXT) {
      derived.fault(
          "makes the description " + length + " characters long",
          "at most " + Texts.LONGEST_TEXT + " together");
      return description;
    }
    return description + DERIVED + how;
  }
}
