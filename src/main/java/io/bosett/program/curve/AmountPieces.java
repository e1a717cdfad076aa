package io.bosett.program.curve;

import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;

/** A whole-number function of an amount that is concave on each piece of its range. */
final class AmountPieces {
  private final IntToLongFunction value;
  private final int[] starts;
  private final int[] ends;

  AmountPieces(IntToLongFunction value, int[] bends, int from, int to) {
    this.value = value;
    boolean any = from <= to;
    starts = new int[any ? bends.length + 1 : 0];
    ends = new int[starts.length];
    for (int k = 0; k < starts.length; k++) {
      starts[k] = k == 0 ? from : bends[k - 1] + 1;
      ends[k] = k == bends.length ? to : bends[k];
    }
  }

  long at(int amount) {
    return value.applyAsLong(amount);
  }

  /** The amount of a part of the range with the largest value, or -1 when the part is empty. */
  int best(int low, int high) {
    return tilted(low, high, ShareTilt.NONE);
  }

  /** The amount with the largest value together with a tilt, or -1. */
  int tilted(int low, int high, ShareTilt tilt) {
    long fall = tilt.fall();
    int best = -1;
    long largest = Long.MIN_VALUE;
    for (int k = 0; k < starts.length; k++) {
      int first = Math.max(low, starts[k]);
      int last = Math.min(high, ends[k]);
      if (first <= last) {
        int peak = peak(first, last, fall);
        long there = Math.addExact(at(peak), tilt.at(peak));
        if (best < 0 || there > largest) {
          best = peak;
          largest = there;
        }
      }
    }
    return best;
  }

  /** Visits the amounts of a part of the range among which are the two of the largest values. */
  void nearBest(int low, int high, IntConsumer visitor) {
    for (int k = 0; k < starts.length; k++) {
      int first = Math.max(low, starts[k]);
      int last = Math.min(high, ends[k]);
      if (first <= last) {
        int peak = peak(first, last, 0);
        for (int a = Math.max(first, peak - 1); a <= Math.min(last, peak + 1); a++) {
          visitor.accept(a);
        }
      }
    }
  }

  /** The least value on a part of the range; the largest long when it is empty. */
  long least(int low, int high) {
    long least = Long.MAX_VALUE;
    for (int k = 0; k < starts.length; k++) {
      int first = Math.max(low, starts[k]);
      int last = Math.min(high, ends[k]);
      if (first <= last) {
        least = Math.min(least, Math.min(at(first), at(last)));
      }
    }
    return least;
  }

  /** Linear pieces have it at an end, where the slope shows it; others are bisected. */
  private int peak(int first, int last, long fall) {
    if (first == last || slope(first) <= fall) {
      return first;
    }
    if (slope(last - 1) > fall) {
      return last;
    }
    int from = first;
    int to = last - 1;
    while (from < to) {
      int middle = from + (to - from) / 2;
      if (slope(middle) > fall) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private long slope(int amount) {
    return Math.subtractExact(at(amount + 1), at(amount));
  }
}
