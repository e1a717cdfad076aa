package io.bosett.service;

import io.bosett.model.Dataset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What nobody uses just now, kept for the next use on the same dataset; of too many the one that is
 * idle longest is dropped. Thread-safe: what is taken belongs to its taker alone.
 */
final class IdleByDataset<T> {
  private final int most;
  private final Function<T, Dataset> dataset;
  private final Deque<T> idle = new ArrayDeque<>();

  /**
   * Nothing yet.
   *
   * @param most limit on what is kept
   * @param dataset on which it is
   */
  IdleByDataset(int most, Function<T, Dataset> dataset) {
    this.most = most;
    this.dataset = dataset;
  }

  /** The latest on this very dataset, taken away from the others; null when there is none. */
  @SuppressWarnings("ReferenceEquality") // it is on this very object
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
    if (idle.size() > most) {
      idle.removeLast();
    }
  }

  synchronized int size() {
    return idle.size();
  }
}
