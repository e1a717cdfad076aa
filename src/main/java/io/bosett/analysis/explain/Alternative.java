package io.bosett.analysis.explain;

/**
 * The best allocation that differs for one municipality, found by a what-if solve.
 *
 * @param kind how it differs
 * @param effect on the objective
 * @param persons of the municipality then, 0 unless the effect is exact
 * @param minors of the municipality then, 0 unless the effect is exact
 */
public record Alternative(Kind kind, Effect effect, int persons, int minors) {
  /** The difference for the municipality. */
  public enum Kind {
    /** It is asked; at present it is not. */
    SELECTED,
    /** It is left out; at present it is asked. */
    LEFT_OUT,
    /** It gets more persons. */
    MORE_PERSONS,
    /** It gets fewer persons, or none. */
    FEWER_PERSONS,
    /** It gets more minors. */
    MORE_MINORS,
    /** It gets fewer minors, or none. */
    FEWER_MINORS,
    /** Its cap is one higher. */
    CAP_RAISED
  }

  /** Whether this is another number for the municipality in an equally good allocation. */
  public boolean isEquallyGood() {
    return kind != Kind.CAP_RAISED && effect.isNothing();
  }
}
