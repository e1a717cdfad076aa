package io.bosett.files;

import io.bosett.model.DatasetBuilder;
import io.bosett.model.Indicator;
import io.bosett.model.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code dataset.json}: id, title, and where given licence, notes, counties (id to name); the
 * indicators with id, unit, source, licence, description and, for derived ones, how.
 */
final class DatasetJson {
  static final String FILE = "dataset.json";

  private final FileFaults faults = new FileFaults(FILE);
  private final Set<String> counties = new HashSet<>();
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();
  private boolean isReadable;

  /** The id in a file, or null when there is no such file or it has none. */
  static @Nullable String idOf(DatasetFiles files) {
    Faults ignored = new Faults();
    JsonValue value = load(files, new FileFaults(FILE), ignored);
    if (!(value instanceof JsonValue.Members)) {
      return null;
    }
    Cursor id = Fields.of(new Cursor(value, Pointer.ROOT, ignored)).get("id");
    return id.value() instanceof JsonValue.Text text ? text.text() : null;
  }

  /** Reads all but the cells into a builder. */
  DatasetBuilder read(DatasetFiles files) {
    Faults found = new Faults();
    JsonValue value = load(files, faults, found);
    DatasetBuilder builder = new DatasetBuilder("", "");
    if (value != null) {
      builder = read(new Cursor(value, Pointer.ROOT, found));
    }
    for (Faults.Found fault : found.inOrder()) {
      faults.add(fault.line(), fault.column(), detail(fault.violation()));
    }
    return builder;
  }

  private static String detail(Violation violation) {
    String text = violation.toString();
    return violation.pointer().isEmpty()
        ? text.replaceFirst("^the document ", "").replaceFirst(" \\(line .*?\\)", "")
        : text;
  }

  private static @Nullable JsonValue load(DatasetFiles files, FileFaults faults, Faults found) {
    try (InputStream in = files.open(FILE)) {
      if (in == null) {
        faults.addOfWhole("is missing");
        return null;
      }
      return StrictJson.parse(in.readAllBytes(), found);
    } catch (IOException e) {
      faults.addOfWhole("cannot be read: " + e.getMessage());
      return null;
    }
  }

  List<FileFault> faults() {
    return faults.inOrder();
  }

  Set<String> counties() {
    return counties;
  }

  /** The ids declared, or null when the file could not be read. */
  @Nullable Set<String> indicators() {
    return isReadable ? indicators.keySet() : null;
  }

  private DatasetBuilder read(Cursor at) {
    Fields fields = at.fields("id", "title", "licence", "notes", "counties", "indicators");
    String id = ScenarioReader.datasetId(fields.need("id"));
    String title = fields.need("title").text(Texts.LONGEST_NAME, "");
    DatasetBuilder builder = new DatasetBuilder(id == null ? "" : id, title);
    Cursor licence = fields.get("licence");
    if (licence.isPresent()) {
      builder.note("Licence: " + licence.text(Texts.LONGEST_TEXT, ""));
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

  private void county(Cursor at, DatasetBuilder builder) {
    String id = at.pointer().token();
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
    String description = fields.need("description").text(Texts.LONGEST_TEXT, "");
    Cursor derived = fields.get("derived");
    String how = derived.text(Texts.LONGEST_TEXT, "");
    indicators.putIfAbsent(
        id,
        new Indicator(
            id,
            fields.need("unit").text(Texts.LONGEST_NAME, ""),
            fields.need("source").text(Texts.LONGEST_TEXT, ""),
            fields.need("licence").text(Texts.LONGEST_TEXT, ""),
            how.isEmpty() ? description : description + " Derived: " + how));
  }
}
