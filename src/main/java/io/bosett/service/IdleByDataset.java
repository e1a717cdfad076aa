package io.bosett.service;

import io.bosett.model.Dataset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What nobody uses just now, kept for the next use on the same dataset; of too many the one that is
 * idle longest is dropped. Thread-safe: what is taken belongs to its taker alone. It holds figures
 * in memory, so there is a limit on how many are kept, and on the datasets that they are for.
 */
final class IdleByDataset<T> {
  /** Limit on what is kept. */
  static final int MOST = 8;

  /** Limit on the municipalities of a dataset for which anything is kept. */
  static final int MOST_MUNICIPALITIES = 1_000;

  private final Function<T, Dataset> dataset;
  private final Deque<T> idle = new ArrayDeque<>();

  /**
   * Nothing yet.
   *
   * @param dataset that something is for
   */
  IdleByDataset(Function<T, Dataset> dataset) {
    this.dataset = dataset;
  }

  /** Whether what is for a dataset may be kept. */
  static boolean mayKeep(Dataset dataset) {
    return dataset.size() <= MOST_MUNICIPALITIES;
  }

  /** The latest for this very dataset, taken away from the others; null when there is none. */
  @SuppressWarnings("ReferenceEquality") // it is for this very object
  synchronized @Nullable T take(Dataset wanted) {
    for (Iterator<T> each = idle.iterator(); each.hasNext(); ) {
      T kept = each.next();
      if (dataset.apply(kept) == wanted) {
        each.remove();
        return kept;
      }
    }
    return null;
  }

  synchronized void giveBack(T used) {
    idle.addFirst(used);
    if (idle.size() > MOST) {
      idle.removeLast();
    }
  }

  synchronized int size() {
    return idle.size();
  }
}
