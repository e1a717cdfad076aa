package io.bosett.program.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * The incremental form of a concave piece of a gain: one step for each run of equal marginal gains.
 *
 * @param from least amount of the piece
 * @param to greatest amount of the piece
 * @param gain at {@code from}
 * @param widths amounts per step, from the bottom
 * @param slopes gain per unit of each step, strictly falling
 * @param exact whether the steps give the gain of every amount, rather than more for some
 */
record IncrementalForm(int from, int to, long gain, int[] widths, long[] slopes, boolean exact) {
  /**
   * Cuts a range into concave pieces, wherever the marginal gain rises.
   *
   * @param gains of every amount in range
   * @param low least amount
   * @param high greatest amount, at least {@code low}
   * @param windowFrom gains are exact from here
   * @param windowTo to here
   */
  static List<IncrementalForm> of(
      IntToLongFunction gains, int low, int high, int windowFrom, int windowTo) {
    long[] table = new long[high - low + 1];
    for (int k = 0; k < table.length; k++) {
      table[k] = gains.applyAsLong(low + k);
    }
    List<IncrementalForm> pieces = new ArrayList<>();
    int start = 0;
    for (int k = 1; k + 1 < table.length; k++) {
      if (k > start && table[k + 1] - table[k] > table[k] - table[k - 1]) {
        pieces.add(piece(table, low, start, k, windowFrom, windowTo));
        start = k + 1;
      }
    }
    pieces.add(piece(table, low, start, table.length - 1, windowFrom, windowTo));
    return pieces;
  }

  /**
   * Cuts a long range with linear pieces, without looking at every amount; exact everywhere.
   *
   * @param bends last amounts of the linear pieces but the last, ascending
   */
  static List<IncrementalForm> ofLinear(IntToLongFunction gains, int[] bends, int low, int high) {
    List<IncrementalForm> pieces = new ArrayList<>();
    Steps steps = new Steps(2 * bends.length + 2);
    int first = low;
    int start = low;
    for (int k = 0; k <= bends.length; k++) {
      int end = k < bends.length ? bends[k] : high;
      if (end > start) {
        long slope = gains.applyAsLong(start + 1) - gains.applyAsLong(start);
        if (steps.isRisenBy(slope)) {
          pieces.add(exactly(gains, first, start, steps));
          steps = new Steps(2 * bends.length + 2);
          first = start + 1;
          start++;
        }
        if (end > start) {
          steps.add(end - start, slope);
        }
      }
      if (end < high) {
        long slope = gains.applyAsLong(end + 1) - gains.applyAsLong(end);
        if (steps.isRisenBy(slope)) {
          pieces.add(exactly(gains, first, end, steps));
          steps = new Steps(2 * bends.length + 2);
          first = end + 1;
        } else {
          steps.add(1, slope);
        }
      }
      start = end + 1;
    }
    pieces.add(exactly(gains, first, high, steps));
    return pieces;
  }

  private static IncrementalForm exactly(IntToLongFunction gains, int from, int to, Steps steps) {
    return new IncrementalForm(
        from, to, gains.applyAsLong(from), steps.widths(), steps.slopes(), true);
  }

  /** The steps of a concave part of a table; the tangents at the window's ends reach beyond it. */
  private static IncrementalForm piece(
      long[] table, int low, int first, int last, int windowFrom, int windowTo) {
    int from = Math.max(first, Math.min(last, windowFrom - low));
    int to = Math.max(from, Math.min(last, windowTo - low));
    Steps steps = new Steps(to - from + 2);
    long gain = table[from];
    if (first < from) {
      long slope = table[from] - table[from - 1];
      steps.add(from - first, slope);
      gain = Math.subtractExact(gain, Math.multiplyExact(slope, (long) (from - first)));
    }
    for (int k = from; k < to; k++) {
      steps.add(1, table[k + 1] - table[k]);
    }
    if (to < last) {
      steps.add(last - to, table[to + 1] - table[to]);
    }
    // A line above a concave gain that meets it at both ends is the gain.
    boolean exact = gain == table[first] && gain + steps.rise() == table[last];
    return new IncrementalForm(
        low + first, low + last, gain, steps.widths(), steps.slopes(), exact);
  }

  /** Steps from the bottom up, equal slopes merged. */
  private static final class Steps {
    private final int[] widths;
    private final long[] slopes;
    private int size;

    Steps(int most) {
      widths = new int[most];
      slopes = new long[most];
    }

    void add(int width, long slope) {
      if (size > 0 && slopes[size - 1] == slope) {
        widths[size - 1] += width;
        return;
      }
      widths[size] = width;
      slopes[size++] = slope;
    }

    /** Whether a slope is steeper than the last one. */
    boolean isRisenBy(long slope) {
      return size > 0 && slope > slopes[size - 1];
    }

    long rise() {
      long sum = 0;
      for (int k = 0; k < size; k++) {
        sum += widths[k] * slopes[k];
      }
      return sum;
    }

    int[] widths() {
      return Arrays.copyOf(widths, size);
    }

    long[] slopes() {
      return Arrays.copyOf(slopes, size);
    }
  }
}
