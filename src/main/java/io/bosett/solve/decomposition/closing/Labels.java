package io.bosett.solve.decomposition.closing;

import java.util.Arrays;

/**
 * The labels of one stage of the search: states with their least losses and predecessors. A state
 * is a fixed number of ints, found again by an open hash table.
 */
final class Labels {
  private final int width;
  private int[] states;
  private int[] table;

  long[] losses;
  long[] bounds;
  int[] parents;
  int[] options;
  int count;

  Labels(int width) {
    this.width = width;
    int room = 16;
    states = new int[room * Math.max(1, width)];
    losses = new long[room];
    bounds = new long[room];
    parents = new int[room];
    options = new int[room];
    table = new int[4 * room];
    Arrays.fill(table, -1);
  }

  /** The value at an index of a label's state. */
  int state(int label, int place) {
    return states[label * width + place];
  }

  /**
   * Offers a label; it is kept when its state is new or its loss the least so far (dominance).
   * Tie-breaking: among labels of equal loss the first offered stays, and items come in a fixed
   * order ({@link Component}), which starts from candidates ascending by id.
   */
  void offer(int[] state, long loss, long bound, int parent, int option) {
    int slot = slot(state);
    int label = table[slot];
    if (label < 0) {
      if (count == losses.length) {
        grow();
        slot = slot(state);
      }
      label = count++;
      table[slot] = label;
      System.arraycopy(state, 0, states, label * width, width);
    } else if (losses[label] <= loss) {
      return;
    }
    losses[label] = loss;
    bounds[label] = bound;
    parents[label] = parent;
    options[label] = option;
  }

  private int slot(int[] state) {
    int hash = 0;
    for (int k = 0; k < width; k++) {
      hash = hash * 0x9E3779B1 + state[k];
    }
    hash ^= hash >>> 15;
    hash *= 0x85EBCA6B;
    hash ^= hash >>> 13;
    int mask = table.length - 1;
    int slot = hash & mask;
    while (table[slot] >= 0 && !same(table[slot], state)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean same(int label, int[] state) {
    for (int k = 0; k < width; k++) {
      if (states[label * width + k] != state[k]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    int room = 2 * losses.length;
    states = Arrays.copyOf(states, room * Math.max(1, width));
    losses = Arrays.copyOf(losses, room);
    bounds = Arrays.copyOf(bounds, room);
    parents = Arrays.copyOf(parents, room);
    options = Arrays.copyOf(options, room);
    table = new int[4 * room];
    Arrays.fill(table, -1);
    int[] state = new int[width];
    for (int label = 0; label < count; label++) {
      System.arraycopy(states, label * width, state, 0, width);
      table[slot(state)] = label;
    }
  }

  /** Frees the hash table. */
  void finish() {
    table = new int[0];
  }

  /** Frees everything but the predecessors. */
  void forget() {
    states = new int[0];
    losses = new long[0];
    bounds = new long[0];
  }

  /** Keeps the given number of labels with the least loss plus completion bound. */
  void keepBest(int most) {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Long.compare(losses[a] + bounds[a], losses[b] + bounds[b]));
    Labels best = new Labels(width);
    int[] state = new int[width];
    for (int k = 0; k < Math.min(count, most); k++) {
      int label = order[k];
      System.arraycopy(states, label * width, state, 0, width);
      best.offer(state, losses[label], bounds[label], parents[label], options[label]);
    }
    states = best.states;
    table = best.table;
    losses = best.losses;
    bounds = best.bounds;
    parents = best.parents;
    options = best.options;
    count = best.count;
  }
}
