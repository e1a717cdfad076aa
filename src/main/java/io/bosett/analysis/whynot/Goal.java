package io.bosett.analysis.whynot;

import org.jspecify.annotations.Nullable;

/**
 * What a change is to bring about for a municipality.
 *
 * @param out whether it is to be pushed out, not to be brought in
 * @param weak whether some optimum is enough; else every one
 */
record Goal(boolean out, boolean weak) {
  /** Whether a variant reaches it for candidate {@code i}; null when that is not proven. */
  @Nullable Boolean isReached(SolvedVariant at, int i) {
    if (!out) {
      return at.isIn(i, weak);
    }
    Boolean in = at.isIn(i, !weak);
    return in == null ? null : Boolean.valueOf(at.isFeasible() && !in);
  }
}
