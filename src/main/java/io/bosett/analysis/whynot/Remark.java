package io.bosett.analysis.whynot;

/** Why there is nothing to change about a lever; documents say it in the reader's language. */
public enum Remark {
  /** No allocation that keeps the rules has the municipality. */
  NO_ALLOCATION,
  /** No allocation that keeps the rules is without the municipality. */
  NO_ALLOCATION_WITHOUT,
  /** No other criterion has a weight, so this one's share is always the whole. */
  ONLY_CRITERION,
  /** A figure that a criterion needs is missing, so it cannot be a candidate. */
  FIGURE_MISSING,
  /** Its cell is suppressed: there is no whole unit to change. */
  CELL_SUPPRESSED,
  /** Its cell is missing: there is no whole unit to change. */
  CELL_MISSING,
  /** Nothing that reads the figure has an effect: a weight, power or strength is 0, and no rule. */
  NO_EFFECT,
  /** No municipality has a better figure. */
  BEST_ALREADY
}
