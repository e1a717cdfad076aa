package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.RowMoveCost;
import org.jspecify.annotations.Nullable;

/**
 * Iterative widening of a label search: first narrow, then wider. When a narrow search attains the
 * lower bound it is optimal; otherwise a wider one need only find something better. Ties leave so
 * many equal labels that a few of them lead as far as all.
 */
final class IterativeWidening {
  private final NarrowableSearch search;
  private final int[] widths;

  /** The least loss found. */
  long loss = RowMoveCost.NEVER;

  /** Whether it is proven to be the least within the budget. */
  boolean exact;

  /** The limit that cut the search short, although less might exist. */
  @Nullable SearchTooLargeException gaveUp;

  IterativeWidening(NarrowableSearch search, int... widths) {
    this.search = search;
    this.widths = widths;
  }

  /**
   * Searches within a budget and applies the best result to the numbers.
   *
   * @throws SearchTooLargeException when nothing is found but might exist
   */
  boolean run(long budget, int[] persons, int[] minors) throws SearchTooLargeException {
    int[] bestPersons = persons;
    int[] bestMinors = minors;
    long within = budget;
    try {
      for (int k = 0; k < widths.length && !exact; k++) {
        if (search.search(within, widths[k])) {
          loss = search.loss();
          within = loss - 1;
          bestPersons = persons.clone();
          bestMinors = minors.clone();
          search.apply(bestPersons, bestMinors);
        }
        exact = search.isExact();
      }
    } catch (SearchTooLargeException e) {
      if (loss == RowMoveCost.NEVER) {
        throw e;
      }
      gaveUp = e;
    }
    System.arraycopy(bestPersons, 0, persons, 0, persons.length);
    System.arraycopy(bestMinors, 0, minors, 0, minors.length);
    return loss != RowMoveCost.NEVER;
  }
}
