package io.bosett.documents.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of an object by name, with duplicates refused. */
public final class ObjectFields {
  private final JsonCursor object;
  private final Map<String, JsonCursor> byName = new LinkedHashMap<>();
  private final boolean isObject;

  private ObjectFields(JsonCursor object, boolean isObject) {
    this.object = object;
    this.isObject = isObject;
  }

  /** The fields of a value; reports a value that is not an object, and every duplicate name. */
  public static ObjectFields of(JsonCursor at) {
    if (!(at.value() instanceof JsonValue.Members members)) {
      at.faultKind("an object");
      return new ObjectFields(at, false);
    }
    ObjectFields fields = new ObjectFields(at, true);
    for (int i = 0; i < members.names().size(); i++) {
      String name = members.names().get(i);
      JsonPointer place = at.pointer().child(name);
      JsonCursor field = new JsonCursor(members.values().get(i), place, at.faults());
      if (fields.byName.putIfAbsent(name, field) != null) {
        field.fault("stands twice in one object", "once");
      }
    }
    return fields;
  }

  void refuseOthers(List<String> allowed) {
    byName.forEach(
        (name, field) -> {
          if (!allowed.contains(name)) {
            field.faultAmong("is not a field here", allowed);
          }
        });
  }

  /** Whether the value is an object at all. */
  public boolean isObject() {
    return isObject;
  }

  /** Whether a field is present, even as null. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** An optional field. */
  public JsonCursor get(String name) {
    JsonCursor field = byName.get(name);
    return field != null ? field : nothing(name);
  }

  /**
   * A required field; reports a violation when it is absent, with what whoever reads it expects.
   */
  public JsonCursor need(String name) {
    JsonCursor field = get(name);
    return isObject && !field.isPresent() ? field.missing() : field;
  }

  /** All fields in the order of the document. */
  public Collection<JsonCursor> all() {
    return byName.values();
  }

  private JsonCursor nothing(String name) {
    return new JsonCursor(
        null, object.pointer().child(name), object.faults(), object.line(), object.column());
  }
}
