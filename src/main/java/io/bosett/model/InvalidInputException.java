package io.bosett.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Bad input: a document that is refused without looking at capacities; carries all its violations.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /**
   * @param violations all violations found, at least one
   */
  public InvalidInputException(List<Violation> violations) {
    super(violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("no violations given, expected at least one");
    }
    this.violations = List.copyOf(violations);
  }

  /** All violations, in the order of the document. */
  public List<Violation> violations() {
    return violations;
  }
}
