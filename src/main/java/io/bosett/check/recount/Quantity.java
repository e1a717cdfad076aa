package io.bosett.check.recount;

/** The quantity that a shared rule sums: persons, minors, selected, places with minors. */
public enum Quantity {
  PERSONS(false, false),
  MINORS(true, false),
  SELECTED(false, true),
  MINORS_MUNICIPALITIES(true, true);

  private final boolean isOfMinors;

  /** Whether it counts places instead of heads. */
  private final boolean isCounted;

  Quantity(boolean isOfMinors, boolean isCounted) {
    this.isOfMinors = isOfMinors;
    this.isCounted = isCounted;
  }

  /** The quantity of a place with x persons and m minors. */
  public int of(int x, int m) {
    int number = isOfMinors ? m : x;
    return isCounted ? (number > 0 ? 1 : 0) : number;
  }
}
