package io.bosett.analysis.explain;

import org.jspecify.annotations.Nullable;

/**
 * The effect of a change on the optimal objective, found by solving again.
 *
 * @param outcome what is known
 * @param change of the objective in 10<sup>-6</sup> person, for EXACT only
 */
public record Effect(Outcome outcome, @Nullable Long change) {
  /** What is known of the changed problem. */
  public enum Outcome {
    /** Both optima are known. */
    EXACT,
    /** Nothing satisfies the changed rules. */
    IMPOSSIBLE,
    /** A limit was reached. */
    UNKNOWN
  }

  static final Effect IMPOSSIBLE = new Effect(Outcome.IMPOSSIBLE, null);
  static final Effect UNKNOWN = new Effect(Outcome.UNKNOWN, null);

  static Effect exact(long change) {
    return new Effect(Outcome.EXACT, change);
  }

  /** Whether the objective stays the same. */
  public boolean isNothing() {
    return change != null && change == 0;
  }
}
