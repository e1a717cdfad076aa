package io.bosett.solve.decomposition.closing;

import java.util.Arrays;

/** Merges single steps of movers into one {@link ChoiceItem.Merged}. */
final class StepMerger {
  private long[] losses = new long[64];
  private int[] owners = new int[64];
  private int count;

  /** Adds a step of a candidate; steps of one candidate come in order of their losses. */
  void add(int candidate, long loss) {
    if (count == losses.length) {
      losses = Arrays.copyOf(losses, 2 * count);
      owners = Arrays.copyOf(owners, 2 * count);
    }
    losses[count] = loss;
    owners[count] = candidate;
    count++;
  }

  /**
   * Merges steps into an item.
   *
   * @param budget more expensive moves are left out
   * @param farthest longer moves are left out
   */
  static ChoiceItem.Merged merge(
      int group, boolean ofMinors, StepMerger down, StepMerger up, long budget, long farthest) {
    down.cut(budget, farthest);
    up.cut(budget, farthest);
    int zero = down.count;
    long[] losses = new long[zero + 1 + up.count];
    for (int k = 0; k < zero; k++) {
      losses[zero - k - 1] = losses[zero - k] + down.losses[k];
    }
    for (int k = 0; k < up.count; k++) {
      losses[zero + k + 1] = losses[zero + k] + up.losses[k];
    }
    return new ChoiceItem.Merged(
        group,
        ofMinors,
        Arrays.copyOf(down.owners, down.count),
        Arrays.copyOf(up.owners, up.count),
        losses);
  }

  /** Sorts by loss and keeps the cheapest steps that fit into the budget together. */
  private void cut(long budget, long farthest) {
    sort();
    long sum = 0;
    int kept = 0;
    while (kept < count && kept < farthest && sum + losses[kept] <= budget) {
      sum += losses[kept++];
    }
    count = kept;
  }

  /** A merge sort by loss; stable, so that one candidate's steps stay in order. */
  private void sort() {
    long[] otherLosses = new long[count];
    int[] otherOwners = new int[count];
    for (int width = 1; width < count; width *= 2) {
      for (int begin = 0; begin < count; begin += 2 * width) {
        int middle = Math.min(begin + width, count);
        int end = Math.min(begin + 2 * width, count);
        merge(begin, middle, end, otherLosses, otherOwners);
      }
      System.arraycopy(otherLosses, 0, losses, 0, count);
      System.arraycopy(otherOwners, 0, owners, 0, count);
    }
  }

  private void merge(int begin, int middle, int end, long[] toLosses, int[] toOwners) {
    int left = begin;
    int right = middle;
    for (int k = begin; k < end; k++) {
      boolean takeLeft = right >= end || (left < middle && losses[left] <= losses[right]);
      int from = takeLeft ? left++ : right++;
      toLosses[k] = losses[from];
      toOwners[k] = owners[from];
    }
  }
}
