package io.bosett.documents.dataset;

import io.bosett.documents.csv.DatasetFiles;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.FileFaults;
import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code dataset.json}, see {@link DescriptionReader}. */
public final class DescriptionFile {
  public static final String FILE = "dataset.json";

  private static final String[] FIELDS = {
    "id", "title", "licence", "notes", "counties", "indicators"
  };

  private final FileFaults faults = new FileFaults(FILE);
  private final DescriptionReader description = new DescriptionReader();

  /** The id in a file, or null when there is no such file or it has none. */
  static @Nullable String idOf(DatasetFiles files) {
    FaultCollector ignored = new FaultCollector();
    JsonValue value = load(files, new FileFaults(FILE), ignored);
    if (!(value instanceof JsonValue.Members)) {
      return null;
    }
    JsonCursor id = ObjectFields.of(new JsonCursor(value, JsonPointer.ROOT, ignored)).get("id");
    return id.value() instanceof JsonValue.Text text ? text.text() : null;
  }

  /** Reads all but the cells into a builder. */
  DatasetBuilder read(DatasetFiles files) {
    FaultCollector found = new FaultCollector();
    JsonValue value = load(files, faults, found);
    DatasetBuilder builder = new DatasetBuilder("", "");
    if (value != null) {
      JsonCursor at = new JsonCursor(value, JsonPointer.ROOT, found);
      builder = description.read(at.fields(FIELDS));
    }
    for (FaultCollector.Found fault : found.inOrder()) {
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

  private static @Nullable JsonValue load(
      DatasetFiles files, FileFaults faults, FaultCollector found) {
    try (InputStream in = files.open(FILE)) {
      if (in == null) {
        faults.addOfWhole("is missing");
        return null;
      }
      return StrictJsonParser.parse(in.readAllBytes(), found);
    } catch (IOException e) {
      faults.addOfWhole("cannot be read: " + e.getMessage());
      return null;
    }
  }

  List<FileFault> faults() {
    return faults.inOrder();
  }

  Set<String> counties() {
    return description.counties();
  }

  /** The ids declared, or null when the file could not be read. */
  @Nullable Set<String> indicators() {
    return description.indicators();
  }
}
