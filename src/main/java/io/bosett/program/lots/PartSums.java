package io.bosett.program.lots;

import io.bosett.program.Bounds;
import java.util.ArrayList;
import java.util.List;
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
  private final List<Part> parts = new ArrayList<>();

  /** By number of parts and of candidates. */
  private final List<@Nullable Intervals[]> reached = new ArrayList<>();

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
    reached.add(new Intervals[] {nothing});
  }

  /** What one part reaches with a number of candidates: all from low to high. */
  interface Range {
    long low(int count);

    long high(int count);
  }

  private record Part(int least, int most, long[] low, long[] high) {
    static Part of(int least, int most, Range range) {
      int size = Math.max(0, most - least + 1);
      long[] low = new long[size];
      long[] high = new long[size];
      for (int k = 0; k < size; k++) {
        low[k] = range.low(least + k);
        high[k] = range.high(least + k);
      }
      return new Part(least, most, low, high);
    }
  }

  /** Adds a part that has from least to most candidates; false when that takes too long. */
  boolean add(int least, int most, Range range) {
    @Nullable Intervals[] before = reached.get(reached.size() - 1);
    int top = (int) Math.min(counts.most(), before.length - 1L + Math.max(0, most));
    if ((effort += Math.max(0, most - least)) > MOST || top > MOST) {
      return false;
    }
    Part part = Part.of(least, most, range);
    @Nullable Intervals[] next = new Intervals[top + 1];
    for (int count = 0; count < before.length; count++) {
      Intervals from = before[count];
      for (int k = 0; from != null && k < part.low.length && count + least + k <= top; k++) {
        if ((effort += 1 + from.count()) > MOST) {
          return false;
        }
        if (part.low[k] <= part.high[k]) {
          Intervals to = next[count + least + k];
          if (to == null) {
            to = new Intervals();
            next[count + least + k] = to;
          }
          to.addSums(from, part.low[k], part.high[k], sums.most());
        }
      }
    }
    for (Intervals to : next) {
      if (to != null) {
        to.join();
      }
    }
    parts.add(part);
    reached.add(next);
    return true;
  }

  /** The first number of candidates from one on that reaches a sum within the limits, or -1. */
  int firstCount(int from) {
    @Nullable Intervals[] all = reached.get(parts.size());
    for (int k = (int) Math.max(from, Math.min(Integer.MAX_VALUE, counts.least()));
        k < all.length;
        k++) {
      Intervals sum = all[k];
      if (sum != null && sum.first(sums.least(), sums.most()) >= 0) {
        return k;
      }
    }
    return -1;
  }

  /** The largest number of candidates that the parts may have. */
  int mostCount() {
    return reached.get(parts.size()).length - 1;
  }

  /** A share of one part. */
  record Share(int count, long sum) {}

  /** The shares of the parts in the least sum within the limits of so many candidates. */
  Share[] shares(int count) {
    Share[] shares = new Share[parts.size()];
    Intervals all = reached.get(parts.size())[count];
    long left = all == null ? -1 : all.first(sums.least(), sums.most());
    int leftCount = count;
    for (int p = parts.size() - 1; p >= 0; p--) {
      Share share = share(parts.get(p), reached.get(p), leftCount, left);
      shares[p] = share;
      leftCount -= share.count;
      left -= share.sum;
    }
    return shares;
  }

  private static Share share(Part part, @Nullable Intervals[] before, int count, long sum) {
    for (int k = 0; k < part.low.length; k++) {
      int rest = count - part.least - k;
      Intervals from = rest >= 0 && rest < before.length ? before[rest] : null;
      if (from != null && part.low[k] <= part.high[k]) {
        long of = from.first(sum - part.high[k], sum - part.low[k]);
        if (of >= 0) {
          return new Share(part.least + k, sum - of);
        }
      }
    }
    throw new IllegalStateException(sum + " of " + count + " candidates is no sum of the parts");
  }
}
