package io.bosett.check;

/**
 * An error that the checker found in a result.
 *
 * @param pointer JSON pointer (RFC 6901) into the result document; {@code ""} is the whole document
 * @param text what is claimed and what was recomputed
 */
public record Finding(String pointer, String text) {
  @Override
  public String toString() {
    return (pointer.isEmpty() ? "the document" : pointer) + ": " + text;
  }
}
