package io.bosett.program;

/**
 * The quantity that a shared rule sums over its members: an integer for each candidate, a function
 * of its persons and minors. The checker has its own.
 */
public interface Quantity {
  /** The use of candidate {@code i} with so many persons, so many of them minors. */
  int of(int i, int persons, int minors);

  /**
   * The term of a candidate's price to which the quantity's multiplier is added. Closed forms need
   * only the term: rules of one term differ in members and limits alone.
   */
  Term term();

  /** The name in messages and in the rows of a form: letters and underscores. */
  String label();
}
