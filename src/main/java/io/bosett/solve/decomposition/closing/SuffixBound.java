package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.RowMoveCost;
import io.bosett.solve.decomposition.model.Rows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The suffix bound of one shared row: the least loss of the parts still to come and of the row
 * itself, as a function of the row's change so far, all other shared rows relaxed. Built from the
 * last part to the first by (min, +) convolution; changes that exceed the budget are left out.
 */
final class SuffixBound {
  /** Wider ranges are not worth the effort. */
  private static final int WIDEST = 20_000;

  /** So many additions count as one option. */
  private static final long ADDITIONS = 128;

  private final int from;
  private final long[] losses;

  private SuffixBound(int from, long[] losses) {
    this.from = from;
    this.losses = losses;
  }

  /** The bound after the last part: the row's own loss. Null when the range is too wide. */
  static @Nullable SuffixBound end(
      Rows rows, LagrangianSolution base, int row, long reachDown, long reachUp) {
    long low = Math.max(rows.least[row] - base.use[row], -reachDown);
    long high = rows.hasMost(row) ? Math.min(rows.most[row] - base.use[row], reachUp) : reachUp;
    if (high - low > WIDEST) {
      return null;
    }
    long[] losses = new long[(int) Math.max(0, high - low + 1)];
    for (int k = 0; k < losses.length; k++) {
      losses[k] = rows.loss(row, base.u[row], base.use[row] + low + k);
    }
    return new SuffixBound((int) low, losses);
  }

  /** The bound one part earlier; null when the range is too wide. */
  @Nullable SuffixBound before(PartTable table, int place, long budget, EffortCounter effort)
      throws SearchTooLargeException {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int e = 0; e < table.size(); e++) {
      int change = place < 0 ? 0 : table.change(e, place);
      low = Math.min(low, change);
      high = Math.max(high, change);
    }
    if (table.size() == 0 || losses.length == 0) {
      return new SuffixBound(0, new long[0]);
    }
    if ((long) high - low > WIDEST || losses.length + (long) high - low > WIDEST) {
      return null;
    }
    effort.spend(1 + (high - low + 1L) * losses.length / ADDITIONS);
    long[] least = new long[high - low + 1];
    Arrays.fill(least, RowMoveCost.NEVER);
    for (int e = 0; e < table.size(); e++) {
      int change = place < 0 ? 0 : table.change(e, place);
      least[change - low] = Math.min(least[change - low], table.loss(e));
    }
    return convolve(least, low, high, budget);
  }

  private SuffixBound convolve(long[] least, int low, int high, long budget) {
    int start = from - high;
    long[] sums = new long[losses.length + high - low];
    Arrays.fill(sums, RowMoveCost.NEVER);
    for (int a = 0; a < least.length; a++) {
      if (least[a] == RowMoveCost.NEVER) {
        continue;
      }
      int shift = high - (low + a);
      for (int k = 0; k < losses.length; k++) {
        if (losses[k] <= budget - least[a]) {
          sums[k + shift] = Math.min(sums[k + shift], losses[k] + least[a]);
        }
      }
    }
    return new SuffixBound(start, sums);
  }

  /** The least remaining loss at a change of the row. */
  long at(int change) {
    int k = change - from;
    return k < 0 || k >= losses.length ? RowMoveCost.NEVER : losses[k];
  }
}
