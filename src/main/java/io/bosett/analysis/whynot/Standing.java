package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.program.Assignment;
import org.jspecify.annotations.Nullable;

/**
 * Whether a candidate is in at a value of a lever.
 *
 * @param in whether it is; null when that is not proven
 * @param certified whether the checker has certified every solve that this rests on
 * @param witness an optimum with the candidate on that side; null where there is none
 */
record Standing(@Nullable Boolean in, boolean certified, @Nullable Assignment witness) {
  /** What no solve is needed for: a scenario that would be an error has nobody in. */
  static final Standing OUT = new Standing(false, true, null);

  /** What a cancellation or a solver that gave up leaves open. */
  static final Standing UNKNOWN = new Standing(null, false, null);

  boolean isKnown() {
    return in != null;
  }

  boolean isIn() {
    return Boolean.TRUE.equals(in);
  }

  /** A label, or {@code estimated} where it rests on the solver's word alone. */
  static Label label(Label label, boolean certified) {
    return certified ? label : label.and(Label.ESTIMATED);
  }
}
