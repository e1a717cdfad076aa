package io.bosett.check.recount;

/** The quantity that a shared rule sums: persons, minors, selected, places with minors. */
public enum Quantity {
  PERSONS,
  MINORS,
  SELECTED,
  MINORS_MUNICIPALITIES;

  /** The quantity of a place with x persons and m minors. */
  public int of(int x, int m) {
    return switch (this) {
      case PERSONS -> x;
      case MINORS -> m;
      case SELECTED -> x > 0 ? 1 : 0;
      case MINORS_MUNICIPALITIES -> m > 0 ? 1 : 0;
    };
  }
}
