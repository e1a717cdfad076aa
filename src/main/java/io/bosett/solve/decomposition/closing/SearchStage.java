package io.bosett.solve.decomposition.closing;

/**
 * The precomputed data of one stage of the search, in which it takes one item. Rows are numbered
 * within their component.
 *
 * @param openBefore rows that carry a state into this stage
 * @param touched rows that the item changes
 * @param opening whether a row is changed for the first time here
 * @param closing rows that no later item changes
 * @param openAfter rows that carry a state out of this stage
 * @param bounds completion bound of every row after this item
 * @param families of regions whose bounds add up
 * @param untouched the largest bound of the global rows that only later items change
 * @param untouchedOf by family, the sum over the regions that only later items change
 */
record SearchStage(
    int[] openBefore,
    int[] touched,
    boolean[] opening,
    int[] closing,
    int[] openAfter,
    RowCompletionBound[] bounds,
    DisjointRegions families,
    long untouched,
    long[] untouchedOf) {
  boolean opens(int row) {
    return opening[row];
  }

  RowCompletionBound bound(int row) {
    return bounds[row];
  }
}
