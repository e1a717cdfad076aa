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

  /** Whether some number lies in a range. */
  boolean meets(long from, long to) {
    for (int k = 0; k < count; k++) {
      if (low[k] <= to && high[k] >= from) {
        return true;
      }
    }
    return false;
  }
}
