package io.bosett.check.proof;

import java.util.Arrays;
import java.util.List;

/**
 * The key of a search state: packs the sums of the undecided rules into one number (mixed radix).
 * Undecided are the rules that some candidate has moved and a later one may still move.
 */
final class OpenRowsKey {
  private static final long MOST_STATES = 1L << 62;

  private final int[] rows;
  private final long[] lowest;
  private final long[] width;
  private final boolean fits;

  /**
   * @param residuals of all rules
   * @param isCounted which of them count
   * @param done number of candidates done
   */
  OpenRowsKey(List<RowResidual> residuals, boolean[] isCounted, int done) {
    int[] undecided = new int[residuals.size()];
    int count = 0;
    for (int r = 0; r < undecided.length; r++) {
      RowResidual residual = residuals.get(r);
      if (isCounted[r] && residual.first() < done && residual.last() >= done) {
        undecided[count++] = r;
      }
    }
    rows = Arrays.copyOf(undecided, count);
    lowest = new long[rows.length];
    width = new long[rows.length];
    long states = 1;
    for (int k = 0; k < rows.length; k++) {
      RowResidual residual = residuals.get(rows[k]);
      lowest[k] = residual.lowest(done);
      width[k] = Math.max(1, residual.highest(done) - lowest[k] + 1);
      states = states > MOST_STATES / width[k] ? Long.MAX_VALUE : states * width[k];
    }
    fits = states <= MOST_STATES;
  }

  /** Whether the key fits into 64 bits. */
  boolean fits() {
    return fits;
  }

  long pack(long[] moved) {
    long packed = 0;
    for (int k = 0; k < rows.length; k++) {
      packed = packed * width[k] + (moved[rows[k]] - lowest[k]);
    }
    return packed;
  }

  /** Unpacks the sums of the undecided rules and leaves all others as they are. */
  void unpack(long packed, long[] moved) {
    long rest = packed;
    for (int k = rows.length - 1; k >= 0; k--) {
      moved[rows[k]] = lowest[k] + rest % width[k];
      rest /= width[k];
    }
  }
}
