package io.bosett.program.lots;

import io.bosett.program.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * The sums that disjoint parts of the candidates reach together: by how many candidates count, the
 * sums of one quantity. Each part adds its own numbers and ranges (Minkowski sums).
 */
final class PartSums {
  /** Limit on the intervals added up; beyond it nothing is concluded. */
  private static final int MOST = 400_000;

  private final Bounds counts;
  private final Bounds sums;
  private @Nullable Intervals[] reached = new Intervals[1];
  private long effort;

  /**
   * @param counts limits on the number of candidates
   * @param sums limits on the sum
   */
  PartSums(Bounds counts, Bounds sums) {
    this.counts = counts;
    this.sums = sums;
    Intervals nothing = new Intervals();
    nothing.add(0, 0);
    reached[0] = nothing;
  }

  /** What one part reaches with a number of candidates: all from low to high. */
  interface Range {
    long low(int count);

    long high(int count);
  }

  /** Adds a part that has from least to most candidates; false when that takes too long. */
  boolean add(int least, int most, Range range) {
    int top = (int) Math.min(counts.most(), reached.length - 1L + Math.max(0, most));
    @Nullable Intervals[] next = new Intervals[top + 1];
    for (int before = 0; before < reached.length; before++) {
      Intervals from = reached[before];
      for (int k = least; from != null && k <= most && before + k <= top; k++) {
        long low = range.low(k);
        long high = range.high(k);
        effort += 1 + from.count();
        if (effort > MOST) {
          return false;
        }
        if (low <= high) {
          Intervals to = next[before + k];
          if (to == null) {
            to = new Intervals();
            next[before + k] = to;
          }
          to.addSums(from, low, high, sums.most());
        }
      }
    }
    for (Intervals to : next) {
      if (to != null) {
        to.join();
      }
    }
    reached = next;
    return true;
  }

  /** Whether a number of candidates within the limits reaches a sum within the limits. */
  boolean isPossible() {
    for (int k = (int) Math.min(Integer.MAX_VALUE, counts.least()); k < reached.length; k++) {
      Intervals sum = reached[k];
      if (sum != null && sum.meets(sums.least(), sums.most())) {
        return true;
      }
    }
    return false;
  }
}
