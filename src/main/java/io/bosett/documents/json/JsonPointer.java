package io.bosett.documents.json;

import io.bosett.model.JsonPointers;
import org.jspecify.annotations.Nullable;

/** A JSON pointer (RFC 6901) to a place in a document. */
public record JsonPointer(@Nullable JsonPointer parent, String token) {
  /** The whole document. */
  public static final JsonPointer ROOT = new JsonPointer(null, "");

  JsonPointer child(String name) {
    return new JsonPointer(this, name);
  }

  JsonPointer child(int index) {
    return new JsonPointer(this, Integer.toString(index));
  }

  /** The pointer with dots, for sentences about another place: {@code demand.persons}. */
  String dotted() {
    return toString().substring(parent == null ? 0 : 1).replace('/', '.');
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    write(text);
    return text.toString();
  }

  private void write(StringBuilder text) {
    if (parent != null) {
      parent.write(text);
      text.append('/').append(JsonPointers.escaped(token));
    }
  }
}
