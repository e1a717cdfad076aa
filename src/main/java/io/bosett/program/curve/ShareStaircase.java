package io.bosett.program.curve;

import io.bosett.program.ShareLimit;
import java.util.function.IntToDoubleFunction;

/**
 * The best number of minors where their share binds, so that every number needs its fewest persons.
 * The share makes a staircase of those: in steps of its numerator they grow evenly, and what is
 * concave in both is concave along such steps. Approximate on long ranges, in doubles.
 */
public final class ShareStaircase {
  private static final int NEAR = 64;

  private ShareStaircase() {}

  /** The number from low to high of the largest worth, the first of equals on short ranges. */
  public static int best(ShareLimit share, int low, int high, IntToDoubleFunction worth) {
    if (high - low <= LongRange.LONG) {
      return scanned(low, high, worth);
    }
    int step = (int) Math.max(1, Math.min(share.numerator(), (high - low) / 2));
    int from = 0;
    int to = (high - low) / step - 1;
    while (from < to) {
      int middle = from + (to - from) / 2;
      int at = low + middle * step;
      if (worth.applyAsDouble(at + step) > worth.applyAsDouble(at)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    int peak = low + from * step;
    return scanned(Math.max(low, peak - NEAR), Math.min(high, peak + NEAR), worth);
  }

  private static int scanned(int low, int high, IntToDoubleFunction worth) {
    int best = low;
    double most = worth.applyAsDouble(low);
    for (int k = low + 1; k <= high; k++) {
      double there = worth.applyAsDouble(k);
      if (there > most) {
        best = k;
        most = there;
      }
    }
    return best;
  }
}
