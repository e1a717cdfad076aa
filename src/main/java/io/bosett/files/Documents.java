package io.bosett.files;

import io.bosett.model.InvalidInputException;
import java.util.function.Function;

/** Documents that are refused as a whole when anything is wrong with them. */
final class Documents {
  private Documents() {}

  /**
   * Reads a document.
   *
   * @throws InvalidInputException with all faults
   */
  static <T> T read(byte[] utf8, Function<Cursor, T> reader) {
    Faults faults = new Faults();
    JsonValue value = StrictJson.parse(utf8, faults);
    if (value == null) {
      throw new InvalidInputException(faults.violations());
    }
    T document = reader.apply(new Cursor(value, Pointer.ROOT, faults));
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults.violations());
    }
    return document;
  }
}
