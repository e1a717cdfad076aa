package io.bosett.sweep.plan;

import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonValue.Items;
import io.bosett.documents.json.JsonValue.Members;
import io.bosett.model.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a document. A pointer's token names a member of an object; an item of a list by its
 * {@code id}, else by its {@code name}, else by its index.
 *
 * @param steps the position of the member or item on each level
 * @param pointer the JSON pointer with indexes
 */
record FieldPath(List<Integer> steps, String pointer) {
  FieldPath {
    steps = List.copyOf(steps);
  }

  /** The field that a pointer names, or null when there is none. */
  static @Nullable FieldPath of(JsonValue document, String pointer) {
    List<Integer> steps = new ArrayList<>();
    StringBuilder exact = new StringBuilder();
    JsonValue value = document;
    for (String escaped : pointer.substring(1).split("/", -1)) {
      String token = JsonPointers.unescaped(escaped);
      int step = step(value, token);
      if (step < 0) {
        return null;
      }
      steps.add(step);
      boolean item = value instanceof Items;
      exact.append('/').append(item ? Integer.toString(step) : JsonPointers.escaped(token));
      value = child(value, step);
    }
    return new FieldPath(steps, exact.toString());
  }

  private static int step(JsonValue value, String token) {
    if (value instanceof Members members) {
      return members.names().indexOf(token);
    } else if (value instanceof Items items) {
      int byId = item(items, "id", token);
      int found = byId < 0 ? item(items, "name", token) : byId;
      return found < 0 ? index(token, items.values().size()) : found;
    }
    return -1;
  }

  private static int item(Items items, String field, String token) {
    for (int i = 0; i < items.values().size(); i++) {
      if (items.values().get(i) instanceof Members members) {
        int at = members.names().indexOf(field);
        if (at >= 0
            && members.values().get(at) instanceof JsonValue.Text text
            && text.text().equals(token)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static int index(String token, int size) {
    boolean plain = token.matches("0|[1-9][0-9]{0,8}");
    return plain && Integer.parseInt(token) < size ? Integer.parseInt(token) : -1;
  }

  private static JsonValue child(JsonValue value, int step) {
    return value instanceof Members members
        ? members.values().get(step)
        : ((Items) value).values().get(step);
  }

  /** The value of the field. */
  JsonValue in(JsonValue document) {
    JsonValue value = document;
    for (int step : steps) {
      value = child(value, step);
    }
    return value;
  }

  /** The document with another value of the field. */
  JsonValue with(JsonValue document, JsonValue value) {
    return with(document, value, 0);
  }

  private JsonValue with(JsonValue parent, JsonValue value, int level) {
    if (level == steps.size()) {
      return value;
    }
    int step = steps.get(level);
    JsonValue child = with(child(parent, step), value, level + 1);
    if (parent instanceof Members members) {
      return new Members(
          members.names(),
          replaced(members.values(), step, child),
          members.line(),
          members.column());
    }
    Items items = (Items) parent;
    return new Items(replaced(items.values(), step, child), items.line(), items.column());
  }

  private static List<JsonValue> replaced(List<JsonValue> values, int at, JsonValue value) {
    List<JsonValue> copy = new ArrayList<>(values);
    copy.set(at, value);
    return copy;
  }

  /** Whether one of the two fields is, or lies within, the other. */
  boolean overlaps(FieldPath other) {
    int common = Math.min(steps.size(), other.steps.size());
    return steps.subList(0, common).equals(other.steps.subList(0, common));
  }
}
