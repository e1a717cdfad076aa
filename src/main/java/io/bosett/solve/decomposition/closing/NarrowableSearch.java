package io.bosett.solve.decomposition.closing;

/** A search for the least loss of a component that can be narrowed to a beam. */
interface NarrowableSearch {
  /**
   * Searches; false when nothing is found within the budget.
   *
   * @param within the budget, never more than in an earlier call
   * @param width labels kept where there are many; {@link LabelSearch#FULL} keeps all
   */
  boolean search(long within, int width) throws SearchTooLargeException;

  /** The loss found last. */
  long loss();

  /** Whether the last search is known to have found the least loss. */
  boolean isExact();

  /** Applies the last result to the numbers of all candidates. */
  void apply(int[] persons, int[] minors);
}
