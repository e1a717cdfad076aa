package io.bosett.documents.dataset;

import io.bosett.documents.csv.DatasetFiles;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.FileFaults;
import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads the optional file {@code boundaries.geojson} of a dataset folder, see {@link
 * BoundariesFormat}.
 */
final class BoundariesFile {
  static final String FILE = "boundaries.geojson";

  /** The limit on the bytes of the file, for it is parsed in memory. */
  static final int MOST_BYTES = 16 << 20;

  private final FileFaults faults = new FileFaults(FILE);
  private final DatasetBuilder builder;
  private final MunicipalitiesCsv municipalities;

  BoundariesFile(DatasetBuilder builder, MunicipalitiesCsv municipalities) {
    this.builder = builder;
    this.municipalities = municipalities;
  }

  void read(DatasetFiles files) {
    try (InputStream in = files.open(FILE)) {
      if (in != null) {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
          faults.addOfWhole("is longer than " + MOST_BYTES + " bytes; simplify the boundaries");
        } else {
          read(bytes);
        }
      }
    } catch (IOException e) {
      faults.addOfWhole("cannot be read: " + e.getMessage());
    }
  }

  private void read(byte[] bytes) {
    FaultCollector found = new FaultCollector();
    JsonValue value = StrictJsonParser.parse(bytes, found);
    if (value != null) {
      BoundariesFormat.Read read =
          BoundariesFormat.readFile(new JsonCursor(value, JsonPointer.ROOT, found));
      boolean known = !municipalities.isReadable() || read.areOf(municipalities.rowById().keySet());
      if (known && found.isEmpty() && municipalities.isSound()) {
        read.boundaries().forEach(builder::boundary);
      }
    }
    for (FaultCollector.Found fault : found.inOrder()) {
      faults.add(fault.line(), fault.column(), detail(fault.violation()));
    }
  }

  private static String detail(Violation violation) {
    return violation.toString().replaceFirst("^the document ", "");
  }

  List<FileFault> faults() {
    return faults.inOrder();
  }
}
