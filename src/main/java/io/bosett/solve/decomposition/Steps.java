package io.bosett.solve.decomposition;

import java.util.Arrays;

/** Collects single steps of movers and merges them into one {@link Item.Merged}. */
final class Steps {
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

  /** Sorts by loss, the earlier first among equals, so that one candidate's steps stay in order. */
  private Integer[] order() {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Long.compare(losses[a], losses[b]));
    return order;
  }

  static Item.Merged merge(int group, boolean ofMinors, Steps down, Steps up, long budget) {
    Integer[] downOrder = down.order();
    Integer[] upOrder = up.order();
    int downs = down.within(downOrder, budget);
    int ups = up.within(upOrder, budget);
    long[] losses = new long[downs + 1 + ups];
    for (int k = 0; k < downs; k++) {
      losses[downs - k - 1] = losses[downs - k] + down.losses[downOrder[k]];
    }
    for (int k = 0; k < ups; k++) {
      losses[downs + k + 1] = losses[downs + k] + up.losses[upOrder[k]];
    }
    return new Item.Merged(
        group, ofMinors, down.owners(downOrder, downs), up.owners(upOrder, ups), losses);
  }

  /** How many of the cheapest steps fit into the budget together. */
  private int within(Integer[] order, long budget) {
    long sum = 0;
    for (int k = 0; k < count; k++) {
      sum += losses[order[k]];
      if (sum > budget) {
        return k;
      }
    }
    return count;
  }

  private int[] owners(Integer[] order, int length) {
    int[] candidates = new int[length];
    for (int k = 0; k < length; k++) {
      candidates[k] = owners[order[k]];
    }
    return candidates;
  }
}
