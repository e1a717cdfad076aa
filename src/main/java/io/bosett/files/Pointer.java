package io.bosett.files;

import org.jspecify.annotations.Nullable;

/** A place in a JSON document; its text is the JSON pointer of RFC 6901. */
record Pointer(@Nullable Pointer parent, String token) {
  /** The whole document. */
  static final Pointer ROOT = new Pointer(null, "");

  Pointer child(String name) {
    return new Pointer(this, name);
  }

  Pointer child(int index) {
    return new Pointer(this, Integer.toString(index));
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
      text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
    }
  }
}
