package io.bosett.analysis.whynot;

/**
 * The goal of a change for a municipality: to be asked, or not to be.
 *
 * @param out whether it is to be pushed out; otherwise it is to be brought in
 * @param weak whether one optimum that does so is enough; otherwise all optima must
 */
record Goal(boolean out, boolean weak) {
  /** Whether a variant reaches it for candidate {@code i}: then its standing is in. */
  Standing standing(SolvedVariant at, int i) {
    if (!out) {
      return at.standing(i, weak);
    }
    Standing in = at.standing(i, !weak);
    return in.isKnown()
        ? new Standing(at.isFeasible() && !in.isIn(), in.certified(), in.witness())
        : in;
  }
}
