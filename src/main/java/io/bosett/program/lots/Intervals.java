package io.bosett.program.lots;

import java.util.Arrays;

/** A set of whole numbers as disjoint intervals, which is built up and then put in order. */
final class Intervals {
  private long[] low = new long[4];
  private long[] high = new long[4];
  private int count;

  int count() {
    return count;
  }

  void add(long from, long to) {
    if (from > to) {
      return;
    }
    if (count > 0 && from <= high[count - 1] + 1 && to >= low[count - 1] - 1) {
      low[count - 1] = Math.min(low[count - 1], from);
      high[count - 1] = Math.max(high[count - 1], to);
      return;
    }
    if (count == low.length) {
      low = Arrays.copyOf(low, 2 * count);
      high = Arrays.copyOf(high, 2 * count);
    }
    low[count] = from;
    high[count++] = to;
  }

  /** Adds every sum of a number of another set and one from a range, up to a limit. */
  void addSums(Intervals other, long from, long to, long most) {
    for (int k = 0; k < other.count; k++) {
      add(other.low[k] + from, Math.min(most, other.high[k] + to));
    }
  }

  /** Joins what overlaps or touches, in ascending order. */
  void join() {
    if (count < 2) {
      return;
    }
    Integer[] order = new Integer[count];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Long.compare(low[a], low[b]));
    long[] lows = new long[count];
    long[] highs = new long[count];
    int joined = 0;
    for (int k : order) {
      if (joined > 0 && low[k] <= highs[joined - 1] + 1) {
        highs[joined - 1] = Math.max(highs[joined - 1], high[k]);
      } else {
        lows[joined] = low[k];
        highs[joined++] = high[k];
      }
    }
    low = lows;
    high = highs;
    count = joined;
  }

  /** The least number of a range, or -1 when there is none; in order. */
  long first(long from, long to) {
    for (int k = 0; k < count; k++) {
      long least = Math.max(low[k], from);
      if (least <= Math.min(high[k], to)) {
        return least;
      }
    }
    return -1;
  }
}
