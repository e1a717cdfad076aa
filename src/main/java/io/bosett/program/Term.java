package io.bosett.program;

/**
 * The terms of a candidate's price at given multipliers: per person, for being selected, per minor,
 * for having minors. Each is a quantity by itself.
 */
public enum Term implements Quantity {
  PERSONS("persons", false, false),
  SELECTED("selected", false, true),
  MINORS("minors", true, false),
  MINORS_PLACES("minors_places", true, true);

  private static final Term[] ALL = values();

  /** The number of terms. */
  public static final int COUNT = ALL.length;

  private final String label;
  private final boolean ofMinors;
  private final boolean isPresence;

  Term(String label, boolean ofMinors, boolean isPresence) {
    this.label = label;
    this.ofMinors = ofMinors;
    this.isPresence = isPresence;
  }

  @Override
  public int of(int i, int persons, int minors) {
    return of(ofMinors ? minors : persons);
  }

  /** The use of an amount, of minors when {@link #ofMinors}, else of persons. */
  public int of(int amount) {
    return isPresence ? Math.min(amount, 1) : amount;
  }

  /** The term with an ordinal. */
  public static Term at(int ordinal) {
    return ALL[ordinal];
  }

  /** Whether it depends on the minors, else on the persons. */
  public boolean ofMinors() {
    return ofMinors;
  }

  /** Whether it counts candidates with a positive amount, rather than summing amounts. */
  public boolean isPresence() {
    return isPresence;
  }

  @Override
  public Term term() {
    return this;
  }

  @Override
  public String label() {
    return label;
  }
}
