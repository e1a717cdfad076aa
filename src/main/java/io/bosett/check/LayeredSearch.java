package io.bosett.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The dynamic program over some open candidates one after the other and some of the rules that they
 * move: the state is how far each rule that is still undecided has moved, its value the least loss
 * so far. States that cannot be brought back within the limits, or not within the budget, are
 * dropped.
 */
final class LayeredSearch {
  private final OpenMoves moves;
  private final Effort effort;
  private final long[] rest;
  private final int from;
  private final int to;
  private final boolean[] isCounted;

  /** Counts states, and combinations of a state with a choice, up to limits. */
  static final class Effort {
    /** Combinations allowed for each state allowed. */
    private static final int STEPS_PER_STATE = 20;

    private final long stateLimit;
    private long states;
    private long steps;

    Effort(long stateLimit) {
      this.stateLimit = stateLimit;
    }

    long states() {
      return states;
    }

    boolean isSpent(int growing) {
      return states + growing > stateLimit || steps > STEPS_PER_STATE * stateLimit;
    }
  }

  /**
   * @param rest by how many candidates are done: what later groups lose at least
   * @param from the first candidate
   * @param to the one after the last
   */
  LayeredSearch(OpenMoves moves, Effort effort, long[] rest, int from, int to) {
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
    Residual residual = moves.residuals().get(row);
    return residual.first() >= first && residual.last() < end;
  }

  /** What a search says when it is broken off. */
  static final class TooManyStatesException extends Exception {
    private static final long serialVersionUID = 1L;

    TooManyStatesException(String message) {
      super(message);
    }
  }

  /**
   * The least loss within a budget, or null when there is none.
   *
   * @param settled the loss to begin with
   */
  @Nullable Long run(long settled, long budget) throws TooManyStatesException {
    if (settled > budget) {
      return null;
    }
    Map<Long, Long> layer = Map.of(0L, settled);
    Frontier before = new Frontier(moves.residuals(), isCounted, from);
    for (int k = from; k < to; k++) {
      Frontier after = new Frontier(moves.residuals(), isCounted, k + 1);
      if (!after.fits()) {
        throw new TooManyStatesException("too many shared rules are undecided at once");
      }
      layer = step(k, layer, before, after, budget);
      if (effort.isSpent(layer.size())) {
        throw new TooManyStatesException("more than " + effort.stateLimit + " states");
      }
      effort.states += layer.size();
      before = after;
    }
    return layer.get(0L);
  }

  /** All states of the layer with all choices of candidate k. */
  private Map<Long, Long> step(
      int k, Map<Long, Long> layer, Frontier packed, Frontier after, long budget) {
    Map<Long, Long> next = new HashMap<>();
    long[] moved = new long[isCounted.length];
    int[] live = live(k);
    long[] losses = moves.losses(k);
    for (Map.Entry<Long, Long> state : layer.entrySet()) {
      for (int choice = 0; choice < losses.length; choice++) {
        packed.unpack(state.getKey(), moved);
        move(k, choice, moved);
        long before = Math.addExact(state.getValue(), losses[choice]);
        long loss = total(k, before, moved, live, budget);
        if (loss >= 0) {
          next.merge(after.pack(moved), loss, Math::min);
        }
        undo(k, moved);
      }
      effort.steps += losses.length;
      if (effort.isSpent(next.size())) {
        return next;
      }
    }
    return next;
  }

  /**
   * The rules to look at: those that candidate k or one after it moves, but for those that only
   * later groups move, which {@code rest} stands for.
   */
  private int[] live(int k) {
    int end = moves.groupEnd(k);
    return IntStream.range(0, isCounted.length)
        .filter(row -> isCounted[row] && moves.residuals().get(row).last() >= k)
        .filter(row -> !isWithin(row, end, to))
        .toArray();
  }

  private void move(int k, int choice, long[] moved) {
    int[] rows = moves.rows(k);
    for (int j = 0; j < rows.length; j++) {
      moved[rows[j]] += moves.move(k, j, choice);
    }
  }

  /** Rules that were untouched before must be so again; the others are unpacked anew. */
  private void undo(int k, long[] moved) {
    for (int row : moves.rows(k)) {
      moved[row] = 0;
    }
  }

  /** The loss with the rules that candidate k decides, or -1 when the state is of no use. */
  private long total(int k, long before, long[] moved, int[] live, long budget) {
    long loss = before;
    for (int row : live) {
      Residual residual = moves.residuals().get(row);
      if (loss > budget - rest[k + 1] || !residual.isReachable(k + 1, moved[row])) {
        return -1;
      }
      if (residual.last() == k) {
        loss = Math.addExact(loss, residual.loss(moved[row]));
      }
    }
    return loss <= budget - rest[k + 1] && isAffordable(k, moved, live, budget - loss) ? loss : -1;
  }

  /** A rule that only this group moves is paid for beside all that later groups lose. */
  private boolean isAffordable(int k, long[] moved, int[] live, long budget) {
    int end = moves.groupEnd(k);
    for (int row : live) {
      Residual residual = moves.residuals().get(row);
      long left = residual.last() < end ? budget - rest[k + 1] : budget;
      if (residual.last() > k && !residual.isAffordable(k + 1, moved[row], left)) {
        return false;
      }
    }
    return true;
  }
}
