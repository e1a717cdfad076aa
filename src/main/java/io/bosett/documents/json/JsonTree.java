package io.bosett.documents.json;

import io.bosett.model.ScenarioDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Operations on whole JSON values: writes them as they were read, and checks for what the store
 * cannot keep.
 */
public final class JsonTree {
  private JsonTree() {}

  /**
   * Parses a whole document that was read before.
   *
   * @throws IllegalStateException when it is not JSON
   */
  public static JsonValue read(byte[] utf8) {
    JsonValue value = StrictJsonParser.parse(utf8, new FaultCollector());
    if (value == null) {
      throw new IllegalStateException("a document that was read before is no JSON any more");
    }
    return value;
  }

  /** A scenario that is part of another document, as a document of its own. */
  public static ScenarioDocument document(JsonCursor scenario) {
    JsonValue value = scenario.value();
    return value == null
        ? ScenarioDocument.NONE
        : new ScenarioDocument(
            JsonWriter.bytes(out -> write(out, value)), CanonicalForm.scenarioHash(scenario));
  }

  /** Writes a value; numbers keep exactly the characters they were read with. */
  public static void write(JsonWriter out, JsonValue value) {
    if (value instanceof JsonValue.Members members) {
      out.object(() -> members(out, members));
    } else if (value instanceof JsonValue.Items items) {
      out.list(items.values(), JsonTree::write);
    } else if (value instanceof JsonValue.Text text) {
      out.text(text.text());
    } else if (value instanceof JsonValue.Number number) {
      out.number(number.text());
    } else if (value instanceof JsonValue.Truth truth) {
      out.truth(truth.value());
    } else {
      out.nothing();
    }
  }

  private static void members(JsonWriter out, JsonValue.Members members) {
    for (int i = 0; i < members.names().size(); i++) {
      write(out.name(members.names().get(i)), members.values().get(i));
    }
  }

  /**
   * Reports every duplicate name in an object, and every text with a NUL or an unpaired surrogate,
   * which cannot be stored.
   */
  public static void check(JsonCursor at) {
    if (at.value() instanceof JsonValue.Members members) {
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < members.names().size(); i++) {
        String name = members.names().get(i);
        JsonCursor field =
            new JsonCursor(members.values().get(i), at.pointer().child(name), at.faults());
        if (!seen.add(name)) {
          field.fault("stands twice in one object", "once");
        }
        check(field, name, "stands under a name that ");
        check(field);
      }
    } else if (at.value() instanceof JsonValue.Items items) {
      List<JsonValue> values = items.values();
      for (int i = 0; i < values.size(); i++) {
        check(new JsonCursor(values.get(i), at.pointer().child(i), at.faults()));
      }
    } else if (at.value() instanceof JsonValue.Text text) {
      check(at, text.text(), "");
    }
  }

  private static void check(JsonCursor at, String text, String before) {
    String wrong = TextRules.characterFault(text);
    if (wrong != null) {
      at.fault(before + wrong, "characters that can be kept");
    }
  }
}
