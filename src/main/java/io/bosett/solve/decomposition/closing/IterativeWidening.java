package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.RowMoveCost;
import org.jspecify.annotations.Nullable;

/**
 * Searches narrowly first: where a narrow search finds what must be lost anyhow, that is the
 * answer; otherwise a wider one need only find something better. Ties leave so many equal labels
 * that a few of them lead as far as all.
 */
final class IterativeWidening {
  private final NarrowableSearch search;
  private final int[] widths;

  /** The least loss found. */
  long loss = RowMoveCost.NEVER;

  /** Whether none less is possible within the budget. */
  boolean exact;

  /** Why nothing less may be found, although it might exist. */
  @Nullable SearchTooLargeException gaveUp;

  IterativeWidening(NarrowableSearch search, int... widths) {
    this.search = search;
    this.widths = widths;
  }

  /**
   * Searches within a budget and carries the best that is found out on the numbers.
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
