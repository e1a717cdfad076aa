package io.bosett.documents.json;

import java.util.ArrayList;
import java.util.List;

/**
 * A document with what it parses to, so that whoever is handed it need not parse it again.
 *
 * @param utf8 as it was sent or written; must not be changed
 * @param value the whole of it
 */
public record ParsedDocument(byte[] utf8, JsonValue value) {
  /** The document of a value, on one line. */
  public static ParsedDocument written(JsonValue value) {
    JsonValue placed = new Numbering().numbered(value);
    return new ParsedDocument(JsonWriter.bytes(out -> JsonTree.write(out, placed)), placed);
  }

  /**
   * Gives every value a place in the written document, which is one line: faults are told in the
   * order of places.
   */
  private static final class Numbering {
    private int next;

    JsonValue numbered(JsonValue value) {
      int at = ++next;
      if (value instanceof JsonValue.Members members) {
        return new JsonValue.Members(members.names(), all(members.values()), 1, at);
      } else if (value instanceof JsonValue.Items items) {
        return new JsonValue.Items(all(items.values()), 1, at);
      } else if (value instanceof JsonValue.Text text) {
        return new JsonValue.Text(text.text(), 1, at);
      } else if (value instanceof JsonValue.Number number) {
        return new JsonValue.Number(number.text(), number.whole(), 1, at);
      } else if (value instanceof JsonValue.Truth truth) {
        return new JsonValue.Truth(truth.value(), 1, at);
      }
      return new JsonValue.Null(1, at);
    }

    private List<JsonValue> all(List<JsonValue> values) {
      List<JsonValue> numbered = new ArrayList<>(values.size());
      values.forEach(value -> numbered.add(numbered(value)));
      return numbered;
    }
  }
}
