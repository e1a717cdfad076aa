package io.bosett.documents.json;

import io.bosett.model.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    return ParsedDocument.written(merged(JsonDocuments.read(target, MergePatch::sound), patch));
  }

  /** Likewise, of a document that is parsed already. */
  public static ParsedDocument apply(JsonValue target, JsonValue patch) {
    return ParsedDocument.written(merged(JsonDocuments.read(target, MergePatch::sound), patch));
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
