package io.bosett.check.proof;

import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.SharedRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distances by which one open candidate can move the sum of one shared rule, with the least
 * loss of each.
 *
 * @param moves the different distances from its base choice, ascending
 * @param losses the least loss among the choices that move so far
 * @param ofChoice index of the distance that each choice moves
 */
record RowMoves(int[] moves, long[] losses, int[] ofChoice) {
  /** Of each candidate, null where no choice moves the sum. */
  static List<@Nullable RowMoves> of(
      SharedRule rule, List<OpenCandidate> candidates, Allocation base) {
    List<@Nullable RowMoves> moves = new ArrayList<>(candidates.size());
    for (OpenCandidate candidate : candidates) {
      moves.add(of(rule, candidate, base));
    }
    return moves;
  }

  /** Null when no choice moves the sum. */
  static @Nullable RowMoves of(SharedRule rule, OpenCandidate candidate, Allocation base) {
    int i = candidate.candidate();
    if (!rule.concerns(i)) {
      return null;
    }
    int before = rule.use().of(base.persons()[i], base.minors()[i]);
    int[] each = new int[candidate.losses().length];
    boolean isMoved = false;
    for (int choice = 0; choice < each.length; choice++) {
      each[choice] =
          rule.use().of(candidate.persons()[choice], candidate.minors()[choice]) - before;
      isMoved |= each[choice] != 0;
    }
    return isMoved ? of(each, candidate.losses()) : null;
  }

  private static RowMoves of(int[] each, long[] ofChoices) {
    int[] moves = distinct(each);
    long[] losses = new long[moves.length];
    Arrays.fill(losses, Long.MAX_VALUE);
    int[] ofChoice = new int[each.length];
    for (int choice = 0; choice < each.length; choice++) {
      int step = Arrays.binarySearch(moves, each[choice]);
      ofChoice[choice] = step;
      losses[step] = Math.min(losses[step], ofChoices[choice]);
    }
    return new RowMoves(moves, losses, ofChoice);
  }

  private static int[] distinct(int[] each) {
    int[] sorted = each.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (int k = 0; k < sorted.length; k++) {
      if (k == 0 || sorted[k] != sorted[count - 1]) {
        sorted[count++] = sorted[k];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  int least() {
    return moves[0];
  }

  int most() {
    return moves[moves.length - 1];
  }

  /** The distance that a choice moves the sum. */
  int move(int choice) {
    return moves[ofChoice[choice]];
  }
}
