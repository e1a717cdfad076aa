package io.bosett.documents.imports.facts;

/**
 * The content of one cell of a file.
 *
 * @param text as it is written, without white space around it
 * @param kind what the format says about it
 */
public record Value(String text, Kind kind) {
  public static final Value EMPTY = new Value("", Kind.TEXT);

  /** What a format says about a cell. */
  public enum Kind {
    /** A text, which may read as a number. */
    TEXT,
    /** A number with a decimal point, as the format itself says. */
    NUMBER,
    /** The result of a formula, a number. */
    COMPUTED
  }

  public static Value text(String text) {
    String stripped = Spaces.strip(text);
    return stripped.isEmpty() ? EMPTY : new Value(stripped, Kind.TEXT);
  }

  public static Value number(String decimal) {
    return new Value(decimal, Kind.NUMBER);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether the format itself says that it is a number. */
  public boolean isTyped() {
    return kind != Kind.TEXT;
  }
}
