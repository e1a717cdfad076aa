package io.bosett.check.proof;

import java.util.Arrays;

/** A hash table with open addressing, from search states to their least losses. */
final class StateTable {
  private static final long MIXING = 0x9E3779B97F4A7C15L;
  private static final long FREE = -1;

  private long[] states = new long[16];
  private long[] losses = new long[16];
  private int size;

  StateTable() {
    Arrays.fill(states, FREE);
  }

  int size() {
    return size;
  }

  /** Stores a loss if it is the least of its state. */
  void put(long state, long loss) {
    int slot = slot(state);
    if (states[slot] == FREE) {
      states[slot] = state;
      losses[slot] = loss;
      size++;
      if (size > states.length / 2) {
        grow();
      }
    } else {
      losses[slot] = Math.min(losses[slot], loss);
    }
  }

  /** The slot of a state, or the free slot where it would go. */
  private int slot(long state) {
    int mask = states.length - 1;
    int slot = (int) ((state * MIXING) >>> 32) & mask;
    while (states[slot] != state && states[slot] != FREE) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldStates = states;
    long[] oldLosses = losses;
    states = new long[2 * oldStates.length];
    losses = new long[states.length];
    Arrays.fill(states, FREE);
    for (int k = 0; k < oldStates.length; k++) {
      if (oldStates[k] != FREE) {
        int slot = slot(oldStates[k]);
        states[slot] = oldStates[k];
        losses[slot] = oldLosses[k];
      }
    }
  }

  /** The first occupied slot, or negative when there is none. */
  int first() {
    return next(-1);
  }

  /** The next occupied slot, or negative when there is none. */
  int next(int slot) {
    int next = slot + 1;
    while (next < states.length && states[next] == FREE) {
      next++;
    }
    return next < states.length ? next : -1;
  }

  long state(int slot) {
    return states[slot];
  }

  long loss(int slot) {
    return losses[slot];
  }

  /** The least loss of all states; the table must not be empty. */
  long leastLoss() {
    long least = Long.MAX_VALUE;
    for (int slot = first(); slot >= 0; slot = next(slot)) {
      least = Math.min(least, losses[slot]);
    }
    return least;
  }
}
