package io.bosett.documents.json;

import io.bosett.model.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON merge patch (RFC 7396): a field of the patch replaces the target's, null removes it, objects
 * are merged recursively, and anything else replaces the whole. Numbers keep exactly the characters
 * they were written with; the target's fields keep their order and new ones follow in that of the
 * patch. RFC 7396 does not define duplicate names; they are refused.
 */
public final class MergePatch {
  private MergePatch() {}

  /**
   * The patched document, on one line. Takes time linear in both.
   *
   * @param patch {@link #sound}
   * @throws InvalidInputException with all faults of the target when it is no JSON, or has a name
   *     that stands twice in an object or a text that cannot be kept
   */
  public static ParsedDocument apply(byte[] target, JsonValue patch) {
    return patched(JsonDocuments.read(target, MergePatch::sound), patch);
  }

  /** Likewise, of a document that is parsed already. */
  public static ParsedDocument apply(JsonValue target, JsonValue patch) {
    return patched(JsonDocuments.read(target, MergePatch::sound), patch);
  }

  private static ParsedDocument patched(JsonValue before, JsonValue patch) {
    JsonValue after = new Numbering().numbered(merged(before, patch));
    return new ParsedDocument(JsonWriter.bytes(out -> JsonTree.write(out, after)), after);
  }

  /**
   * A value to patch with; adds a fault for every name that stands twice in an object, and for
   * every text that cannot be kept.
   */
  public static JsonValue sound(JsonCursor at) {
    JsonTree.check(at);
    JsonValue value = at.value();
    return value == null ? new JsonValue.Null(0, 0) : value;
  }

  private static JsonValue merged(@Nullable JsonValue target, JsonValue patch) {
    if (!(patch instanceof JsonValue.Members changes)) {
      return patch;
    }
    Map<String, JsonValue> fields = fieldsOf(target);
    for (int i = 0; i < changes.names().size(); i++) {
      String name = changes.names().get(i);
      JsonValue value = changes.values().get(i);
      if (value instanceof JsonValue.Null) {
        fields.remove(name);
      } else {
        fields.put(name, merged(fields.get(name), value));
      }
    }
    return new JsonValue.Members(
        new ArrayList<>(fields.keySet()), new ArrayList<>(fields.values()), 0, 0);
  }

  /**
   * Gives every value a place in the patched document, which is one line: faults are told in the
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

  private static Map<String, JsonValue> fieldsOf(@Nullable JsonValue target) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    if (target instanceof JsonValue.Members members) {
      for (int i = 0; i < members.names().size(); i++) {
        fields.put(members.names().get(i), members.values().get(i));
      }
    }
    return fields;
  }
}
