package io.bosett.program.lots;

import java.util.Arrays;

/** Numbers, and the sums of their smallest and largest. */
final class LongList {
  private long[] values = new long[16];
  private int count;

  void add(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  long[] smallestSums() {
    Arrays.sort(values, 0, count);
    long[] sums = new long[count + 1];
    for (int k = 0; k < count; k++) {
      sums[k + 1] = sums[k] + values[k];
    }
    return sums;
  }

  int[] descending() {
    Arrays.sort(values, 0, count);
    int[] descending = new int[count];
    Arrays.setAll(descending, k -> (int) values[count - 1 - k]);
    return descending;
  }

  long[] largestSums() {
    Arrays.sort(values, 0, count);
    long[] sums = new long[count + 1];
    for (int k = 0; k < count; k++) {
      sums[k + 1] = sums[k] + values[count - 1 - k];
    }
    return sums;
  }
}
