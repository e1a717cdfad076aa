package io.bosett.model;

/** JSON pointers (RFC 6901). */
public final class JsonPointers {
  private JsonPointers() {}

  /** A name as one step of a pointer. */
  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The name that one step of a pointer stands for. */
  public static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
