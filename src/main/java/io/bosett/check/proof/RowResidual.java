package io.bosett.check.proof;

import io.bosett.check.recount.SharedRule;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lower bounds on the remaining loss of one shared rule, by how far its sum has moved from the base
 * and how many candidates are done: what later candidates must lose to bring the sum within its
 * limits, and what the rule itself loses at the end. Exact for the rule alone, by a backward
 * dynamic program over all movements worth keeping.
 */
final class RowResidual {
  /** Stands for "cannot be brought within the limits and the budget". */
  static final long NONE = Long.MAX_VALUE;

  /** Cells of a table that take about as long as one step of the search. */
  private static final int CELLS_PER_STEP = 8;

  /** Beyond any movement, and small enough that limits can be added. */
  private static final long FARTHEST = 1L << 60;

  private final List<@Nullable RowMoves> steps;
  private final long low;
  private final long high;
  private final long multiplier;
  private final long budget;
  private final long[] reachedLow;
  private final long[] reachedHigh;
  private final long[] origin;
  private final long[][] least;
  private int first = -1;
  private int last = -1;

  /**
   * @param rule the shared rule
   * @param multiplier its multiplier
   * @param base the sum over every candidate's base choice
   * @param steps of the open candidates, null where one does not move the rule
   * @param budget limit on the losses that matter
   */
  RowResidual(
      SharedRule rule,
      long multiplier,
      long base,
      List<@Nullable RowMoves> steps,
      long budget,
      EffortLimit effort)
      throws EffortExceededException {
    this.steps = steps;
    this.multiplier = multiplier;
    this.budget = budget;
    low = rule.lower() == null ? Long.MIN_VALUE / 4 : rule.lower() - base;
    high = rule.upper() == null ? Long.MAX_VALUE / 4 : rule.upper() - base;
    int count = steps.size();
    reachedLow = new long[count + 1];
    reachedHigh = new long[count + 1];
    origin = new long[count + 1];
    least = new long[count + 1][];
    reach();
    if (!holdsAnyway()) {
      finish(count, effort);
      for (int k = count - 1; k >= 0; k--) {
        goBack(k, effort);
      }
    }
  }

  private void reach() {
    for (int k = 0; k < steps.size(); k++) {
      RowMoves own = steps.get(k);
      reachedLow[k + 1] = reachedLow[k] + (own == null ? 0 : own.least());
      reachedHigh[k + 1] = reachedHigh[k] + (own == null ? 0 : own.most());
      if (own != null) {
        first = first < 0 ? k : first;
        last = k;
      }
    }
  }

  /** The loss of the rule itself at the end. */
  private void finish(int end, EffortLimit effort) throws EffortExceededException {
    long from = Math.max(low, reachedLow[end]);
    long to = Math.min(high, reachedHigh[end]);
    if (multiplier != 0) {
      long farthest = Math.min(FARTHEST, budget / Math.abs(multiplier));
      from = multiplier > 0 ? Math.max(from, high - farthest) : from;
      to = multiplier < 0 ? Math.min(to, low + farthest) : to;
    }
    origin[end] = from;
    least[end] = new long[effort.cells(to - from + 1)];
    for (int k = 0; k < least[end].length && multiplier != 0; k++) {
      long distance = multiplier > 0 ? high - (from + k) : from + k - low;
      least[end][k] = Math.abs(multiplier) * distance;
    }
  }

  /** The loss from candidate k on, from that after it. */
  private void goBack(int k, EffortLimit effort) throws EffortExceededException {
    RowMoves own = steps.get(k);
    long[] after = least[k + 1];
    origin[k] = origin[k + 1];
    least[k] = after;
    if (own == null || after.length == 0) {
      return;
    }
    long from = Math.max(reachedLow[k], origin[k + 1] - own.most());
    long to = Math.min(reachedHigh[k], origin[k + 1] + after.length - 1 - own.least());
    long[] before = new long[effort.cells(to - from + 1)];
    Arrays.fill(before, NONE);
    effort.addSteps((long) before.length * own.moves().length / CELLS_PER_STEP, 0);
    for (int step = 0; step < own.moves().length; step++) {
      long shift = from + own.moves()[step] - origin[k + 1];
      long loss = own.losses()[step];
      int end = (int) Math.min(before.length, after.length - shift);
      for (int cell = (int) Math.max(0, -shift); cell < end; cell++) {
        long rest = after[(int) (cell + shift)];
        if (rest <= budget - loss) {
          before[cell] = Math.min(before[cell], loss + rest);
        }
      }
    }
    trim(k, from, before);
  }

  private void trim(int k, long from, long[] before) {
    int begin = 0;
    int end = before.length;
    while (end > begin && before[end - 1] == NONE) {
      end--;
    }
    while (begin < end && before[begin] == NONE) {
      begin++;
    }
    origin[k] = from + begin;
    least[k] = end - begin == before.length ? before : Arrays.copyOfRange(before, begin, end);
  }

  /** Whether the rule holds without loss whatever the candidates choose. */
  boolean holdsAnyway() {
    int end = steps.size();
    return multiplier == 0 && low <= reachedLow[end] && reachedHigh[end] <= high;
  }

  /** The first candidate that moves it, or negative when none does. */
  int first() {
    return first;
  }

  /** The last candidate that moves it. */
  int last() {
    return last;
  }

  /** The moves of a candidate, or null when it does not move the rule. */
  @Nullable RowMoves steps(int k) {
    return steps.get(k);
  }

  /** The lowest movement worth keeping after so many candidates. */
  long lowest(int done) {
    return origin[done];
  }

  /** The highest movement worth keeping after so many candidates. */
  long highest(int done) {
    return origin[done] + least[done].length - 1;
  }

  /**
   * The least remaining loss of later candidates and the rule, after so many candidates, or {@link
   * #NONE}.
   */
  long least(int done, long moved) {
    long cell = moved - origin[done];
    return cell < 0 || cell >= least[done].length ? NONE : least[done][(int) cell];
  }

  /**
   * By candidate and move: the least loss of all candidates and the rule together when it is made,
   * or {@link #NONE}. Empty for candidates that do not move the rule.
   */
  long[][] leastWith(EffortLimit effort) throws EffortExceededException {
    long[][] with = new long[steps.size()][0];
    long[] before = {least(0, 0) == NONE ? NONE : 0};
    for (int k = 0; k < with.length; k++) {
      RowMoves own = steps.get(k);
      if (own != null) {
        with[k] = new long[own.moves().length];
        Arrays.fill(with[k], NONE);
        effort.addSteps((long) before.length * with[k].length / CELLS_PER_STEP, 0);
        before = goOn(k, own, before, with[k]);
      }
    }
    return with;
  }

  /** The least losses by movement worth keeping, once candidate k is included. */
  private long[] goOn(int k, RowMoves own, long[] before, long[] with) {
    long[] after = new long[least[k + 1].length];
    Arrays.fill(after, NONE);
    for (int cell = 0; cell < before.length; cell++) {
      for (int step = 0; step < with.length && before[cell] != NONE; step++) {
        long moved = origin[k] + cell + own.moves()[step];
        long rest = least(k + 1, moved);
        long loss = own.losses()[step];
        if (rest != NONE && before[cell] <= budget - loss - rest) {
          int to = (int) (moved - origin[k + 1]);
          after[to] = Math.min(after[to], before[cell] + loss);
          with[step] = Math.min(with[step], before[cell] + loss + rest);
        }
      }
    }
    return after;
  }
}
