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
    /** It is asked, now it is not. */
    SELECTED("asked"),
    /** It is left out, now it is asked. */
    LEFT_OUT("left out"),
    /** It gets more persons. */
    MORE_PERSONS("more persons"),
    /** It gets fewer persons, or none. */
    FEWER_PERSONS("fewer persons"),
    /** It gets more minors. */
    MORE_MINORS("more minors"),
    /** It gets fewer minors, or none. */
    FEWER_MINORS("fewer minors"),
    /** Its cap is one higher. */
    CAP_RAISED("a cap one higher");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In plain English. */
    public String words() {
      return words;
    }
  }

  /** Whether this is another number for the municipality in an equally good allocation. */
  public boolean isEquallyGood() {
    return kind != Kind.CAP_RAISED && effect.isNothing();
  }
}
