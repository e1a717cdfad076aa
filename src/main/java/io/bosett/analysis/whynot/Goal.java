package io.bosett.analysis.whynot;

/**
 * What a change is to bring about for a municipality.
 *
 * @param out whether it is to be pushed out, not to be brought in
 * @param weak whether some optimum is enough; else every one
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
