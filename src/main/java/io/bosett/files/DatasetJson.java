package io.bosett.files;

import io.bosett.model.DatasetBuilder;
import io.bosett.model.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code dataset.json}, see {@link DescriptionReader}. */
final class DatasetJson {
  static final String FILE = "dataset.json";

  private static final String[] FIELDS = {
    "id", "title", "licence", "notes", "counties", "indicators"
  };

  private final FileFaults faults = new FileFaults(FILE);
  private final DescriptionReader description = new DescriptionReader();

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
      Cursor at = new Cursor(value, Pointer.ROOT, found);
      builder = description.read(at.fields(FIELDS));
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
    return description.counties();
  }

  /** The ids declared, or null when the file could not be read. */
  @Nullable Set<String> indicators() {
    return description.indicators();
  }
}
