package io.bosett.documents.json;

import io.bosett.model.InvalidInputException;
import java.util.List;
import java.util.function.Function;

/**
 * Reads JSON documents and refuses them as a whole when they have any violation. JSON is that of
 * RFC 8259, in UTF-8, nested at most 32 deep; readers must refuse fields they do not know, see
 * {@link JsonCursor#fields}.
 */
public final class JsonDocuments {
  private JsonDocuments() {}

  /**
   * Reads a document.
   *
   * @param reader takes what it needs from the whole document; its violations are collected
   * @throws InvalidInputException with all violations, in the order of the document
   */
  public static <T> T read(byte[] utf8, Function<JsonCursor, T> reader) {
    FaultCollector faults = new FaultCollector();
    JsonValue value = StrictJsonParser.parse(utf8, faults);
    if (value == null) {
      throw new InvalidInputException(faults.violations());
    }
    return read(value, reader, faults);
  }

  /**
   * Reads a document that is parsed already.
   *
   * @throws InvalidInputException with all violations
   */
  public static <T> T read(JsonValue parsed, Function<JsonCursor, T> reader) {
    return read(parsed, reader, new FaultCollector());
  }

  private static <T> T read(
      JsonValue value, Function<JsonCursor, T> reader, FaultCollector faults) {
    T document = reader.apply(new JsonCursor(value, JsonPointer.ROOT, faults));
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults.violations());
    }
    return document;
  }

  /**
   * The documents of a file that holds one, or several one after the other with or without white
   * space between them; each as it stands. What is not JSON is one document, for its reader to
   * refuse.
   */
  public static List<byte[]> split(byte[] utf8) {
    return StrictJsonParser.split(utf8);
  }
}
