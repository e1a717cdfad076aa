package io.bosett.check.proof;

import java.util.Arrays;

/** States, each with the least loss that leads to it: a table with open addressing. */
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

  /** Keeps a loss if it is the least that leads to a state. */
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

  /** Where a state stands, or where it would stand. */
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

  /** The first slot with a state, or negative when there is none. */
  int first() {
    return next(-1);
  }

  /** The next slot with a state after one, or negative when there is none. */
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

  /** The least loss of all states; there must be one. */
  long leastLoss() {
    long least = Long.MAX_VALUE;
    for (int slot = first(); slot >= 0; slot = next(slot)) {
      least = Math.min(least, losses[slot]);
    }
    return least;
  }
}
