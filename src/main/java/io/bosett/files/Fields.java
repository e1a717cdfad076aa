package io.bosett.files;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of an object, each name once. */
public final class Fields {
  private final Cursor object;
  private final Map<String, Cursor> byName = new LinkedHashMap<>();
  private final boolean isObject;

  private Fields(Cursor object, boolean isObject) {
    this.object = object;
    this.isObject = isObject;
  }

  /** Adds a fault when the value is not an object, and for every name that stands twice. */
  static Fields of(Cursor at) {
    if (!(at.value() instanceof JsonValue.Members members)) {
      at.faultKind("an object");
      return new Fields(at, false);
    }
    Fields fields = new Fields(at, true);
    for (int i = 0; i < members.names().size(); i++) {
      String name = members.names().get(i);
      Pointer place = at.pointer().child(name);
      Cursor field = new Cursor(members.values().get(i), place, at.faults());
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

  /** Whether a field is written, be it as null. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** A field that may be left out. */
  public Cursor get(String name) {
    Cursor field = byName.get(name);
    return field != null ? field : nothing(name);
  }

  /** A field that must be there; adds a fault when it is not. */
  public Cursor need(String name) {
    Cursor field = get(name);
    if (isObject && !field.isPresent()) {
      field.fault("is missing", "");
    }
    return field;
  }

  /** All fields in the order of the document. */
  public Collection<Cursor> all() {
    return byName.values();
  }

  private Cursor nothing(String name) {
    return new Cursor(
        null, object.pointer().child(name), object.faults(), object.line(), object.column());
  }
}
