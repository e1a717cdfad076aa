package io.bosett.check.proof;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A label-setting dynamic program over open candidates, one after the other. A state holds the sum
 * of each rule that is still undecided, as moved from the base; its value is the least loss so far.
 * States that cannot be brought back within the limits or the budget are pruned.
 */
final class LayeredSearch {
  /** Number of rules examined in one step. */
  private static final int ROWS_PER_STEP = 8;

  private final OpenMoves moves;
  private final EffortLimit effort;
  private final long[] rest;
  private final int from;
  private final int to;
  private final boolean[] isCounted;

  /**
   * @param rest by number of candidates done: a lower bound on the loss of later groups
   * @param from the first candidate
   * @param to the one after the last
   */
  LayeredSearch(OpenMoves moves, EffortLimit effort, long[] rest, int from, int to) {
    this.moves = moves;
    this.effort = effort;
    this.rest = rest;
    this.from = from;
    this.to = to;
    isCounted = new boolean[moves.residuals().size()];
    for (int row = 0; row < isCounted.length; row++) {
      isCounted[row] = isWithin(row, from, to);
    }
  }

  /** Whether only candidates of a range move a rule. */
  private boolean isWithin(int row, int first, int end) {
    RowResidual residual = moves.residuals().get(row);
    return residual.first() >= first && residual.last() < end;
  }

  /**
   * The least loss within a budget, or null when there is none.
   *
   * @param settled the loss to begin with
   */
  @Nullable Long run(long settled, long budget) throws EffortExceededException {
    if (settled > budget) {
      return null;
    }
    StateTable layer = new StateTable();
    layer.put(0, settled);
    OpenRowsKey before = new OpenRowsKey(moves.residuals(), isCounted, from);
    for (int k = from; k < to; k++) {
      OpenRowsKey after = new OpenRowsKey(moves.residuals(), isCounted, k + 1);
      if (!after.fits()) {
        throw new EffortExceededException("too many shared rules are undecided at once");
      }
      layer = step(k, layer, before, after, budget);
      effort.addStates(layer.size());
      before = after;
    }
    return layer.size() == 0 ? null : Long.valueOf(layer.leastLoss());
  }

  /** Extends all states of a layer by all choices of candidate k. */
  private StateTable step(
      int k, StateTable layer, OpenRowsKey packed, OpenRowsKey after, long budget)
      throws EffortExceededException {
    StateTable next = new StateTable();
    long[] moved = new long[isCounted.length];
    int[] live = live(k);
    long[] losses = moves.losses(k);
    long steps = losses.length * (1L + live.length / ROWS_PER_STEP);
    for (int slot = layer.first(); slot >= 0; slot = layer.next(slot)) {
      packed.unpack(layer.state(slot), moved);
      long most = budget - layer.loss(slot);
      for (int choice = 0; choice < losses.length; choice++) {
        if (losses[choice] <= most) {
          move(k, choice, 1, moved);
          long loss = total(k, layer.loss(slot) + losses[choice], moved, live, budget);
          if (loss >= 0) {
            next.put(after.pack(moved), loss);
          }
          move(k, choice, -1, moved);
        }
      }
      effort.addSteps(steps, next.size());
    }
    return next;
  }

  /**
   * The rules to examine: those that candidate k or a later one moves, without those that only
   * later groups move, which {@code rest} covers.
   */
  private int[] live(int k) {
    int end = moves.groupEnd(k);
    int[] live = new int[isCounted.length];
    int count = 0;
    for (int row = 0; row < live.length; row++) {
      boolean isDecided = moves.residuals().get(row).last() < k;
      if (isCounted[row] && !isDecided && !isWithin(row, end, to)) {
        live[count++] = row;
      }
    }
    return Arrays.copyOf(live, count);
  }

  private void move(int k, int choice, int sign, long[] moved) {
    int[] rows = moves.rows(k);
    for (int j = 0; j < rows.length; j++) {
      moved[rows[j]] += sign * (long) moves.move(k, j, choice);
    }
  }

  /**
   * The loss including the rules that candidate k decides, or -1 to prune the state: when the least
   * remaining loss of a rule exceeds the budget, or, for a rule that only this group moves, what
   * later groups leave of it.
   */
  private long total(int k, long before, long[] moved, int[] live, long budget) {
    long besideLater = budget - rest[k + 1];
    int end = moves.groupEnd(k);
    long loss = before;
    for (int row : live) {
      RowResidual residual = moves.residuals().get(row);
      long toCome = residual.least(k + 1, moved[row]);
      long most = residual.last() < end ? besideLater : budget;
      if (loss > most || toCome > most - loss) {
        return -1;
      }
      if (residual.last() == k) {
        loss += toCome;
      }
    }
    return loss <= besideLater ? loss : -1;
  }
}
