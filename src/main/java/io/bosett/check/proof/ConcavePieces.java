package io.bosett.check.proof;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Whole-number values on a range that are concave piece by piece. On a piece the best number is
 * found by bisection on the slope, and the second-best stands beside it.
 */
final class ConcavePieces {
  private final IntToLongFunction value;

  /** The last number of each piece. */
  private final int[] ends;

  private final int from;

  /**
   * @param bends numbers that end a piece, ascending, below {@code to}
   */
  ConcavePieces(IntToLongFunction value, int[] bends, int from, int to) {
    this.value = value;
    this.from = from;
    ends = Arrays.copyOf(bends, bends.length + 1);
    ends[bends.length] = to;
  }

  /** What to do with a number. */
  interface Visitor {
    void at(int number);
  }

  long value(int number) {
    return value.applyAsLong(number);
  }

  /** The largest value on a part of the range, or {@link CandidateScan#NONE}. */
  long largest(int low, int high) {
    return largest(low, high, MinorsWorth.NONE);
  }

  /** The largest value together with what the persons are worth for their minors. */
  long largest(int low, int high, MinorsWorth worth) {
    long fall = worth.fall();
    long largest = CandidateScan.NONE;
    int start = from;
    for (int end : ends) {
      int first = Math.max(start, low);
      int last = Math.min(end, high);
      if (first <= last) {
        int peak = peak(first, last, fall);
        long tilt = worth.at(peak);
        largest = Math.max(largest, Math.addExact(value(peak), tilt));
      }
      start = end + 1;
    }
    return largest;
  }

  /** The least value on a part of the range, which is at an end of a piece. */
  long least(int low, int high) {
    long least = Long.MAX_VALUE;
    int start = from;
    for (int end : ends) {
      int first = Math.max(start, low);
      int last = Math.min(end, high);
      if (first <= last) {
        least = Math.min(least, Math.min(value(first), value(last)));
      }
      start = end + 1;
    }
    return least;
  }

  /** Visits each number up to a limit that may have the best or the second-best value. */
  void best(int high, Visitor visitor) {
    int start = from;
    for (int end : ends) {
      int last = Math.min(end, high);
      if (start <= last) {
        int peak = peak(start, last, 0);
        for (int x = Math.max(start, peak - 1); x <= Math.min(last, peak + 1); x++) {
          visitor.at(x);
        }
      }
      start = end + 1;
    }
  }

  /** Of a linear piece an end, at once; else by bisection. */
  private int peak(int first, int last, long fall) {
    if (first == last || !rises(first, fall)) {
      return first;
    }
    int low = first + 1;
    int high = last - 1;
    if (rises(high, fall)) {
      return last;
    }
    while (low < high) {
      int middle = low + (high - low) / 2;
      if (rises(middle, fall)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean rises(int number, long fall) {
    return Math.subtractExact(value(number + 1), value(number)) > fall;
  }
}
