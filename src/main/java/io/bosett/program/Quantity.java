package io.bosett.program;

/**
 * What a shared rule sums over its members: a whole number for each candidate, a function of its
 * persons and its minors. The checker has one of its own.
 */
public interface Quantity {
  /** How much candidate {@code i} uses with so many persons, so many of them minors. */
  int of(int i, int persons, int minors);

  /**
   * The term of a candidate's price that the quantity's multiplier adds to. All that a closed form
   * has to know of a quantity is its term: rules of one term differ in members and limits alone.
   */
  Term term();

  /** What it is called in messages and in the rows of a form: letters and underscores. */
  String label();
}
