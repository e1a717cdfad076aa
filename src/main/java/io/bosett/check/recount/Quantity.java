package io.bosett.check.recount;

/** What a shared rule counts. */
public enum Quantity {
  PERSONS,
  MINORS,
  SELECTED,
  MINORS_MUNICIPALITIES;

  /** How much a place with x persons and m minors uses. */
  public int of(int x, int m) {
    return switch (this) {
      case PERSONS -> x;
      case MINORS -> m;
      case SELECTED -> x > 0 ? 1 : 0;
      case MINORS_MUNICIPALITIES -> m > 0 ? 1 : 0;
    };
  }
}
