package io.bosett.model;

import java.util.List;

/**
 * A violation: one error of a scenario document.
 *
 * @param pointer JSON pointer (RFC 6901) of the faulty place; {@code ""} is the whole document
 * @param detail what was found, as the rest of a sentence about the place
 * @param allowed what is allowed there, in words or as a range; empty when the detail says it all
 * @param choices the allowed values where they can be listed, else empty
 */
public record Violation(String pointer, String detail, String allowed, List<String> choices) {
  public Violation {
    choices = List.copyOf(choices);
  }

  /** The same, of a document that is part of another one at a pointer. */
  public Violation under(String place) {
    return new Violation(place + pointer, detail, allowed, choices);
  }

  /** The same at another place. */
  public Violation withPointer(String value) {
    return new Violation(value, detail, allowed, choices);
  }

  /** The same with other words for what was found. */
  public Violation withDetail(String value) {
    return new Violation(pointer, value, allowed, choices);
  }

  /** A violation with what is allowed in words or as a range. */
  public Violation(String pointer, String detail, String allowed) {
    this(pointer, detail, allowed, List.of());
  }

  /** A violation whose allowed values can be listed. */
  public static Violation among(String pointer, String detail, List<String> choices) {
    return new Violation(pointer, detail, "", choices);
  }

  @Override
  public String toString() {
    String expected = choices.isEmpty() ? allowed : "one of " + String.join(", ", choices);
    String place = pointer.isEmpty() ? "the document" : pointer;
    return place + " " + detail + (expected.isEmpty() ? "" : "; allowed: " + expected);
  }
}
