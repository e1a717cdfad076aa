package io.bosett.analysis.weights;

import io.bosett.program.Assignment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shares with one optimum: at both ends it was solved.
 *
 * @param shares between its ends
 * @param optimum the solver's own, or null
 * @param known whether the answers at the ends are proven; without an optimum nothing satisfies the
 *     rules then
 * @param certified whether the checker has certified them
 */
public record WeightPiece(
    Shares shares, @Nullable Assignment optimum, boolean known, boolean certified) {
  /** How many candidates the optimum asks, or null when there is none. */
  public @Nullable Integer selected() {
    return optimum == null
        ? null
        : Integer.valueOf((int) Arrays.stream(optimum.persons()).filter(x -> x > 0).count());
  }

  /** Whether two answers are the same allocation, or both none, proven. */
  static boolean isSame(WeightPiece one, WeightPiece other) {
    Assignment a = one.optimum;
    Assignment b = other.optimum;
    if (!one.known || !other.known || a == null || b == null) {
      return one.known && other.known && a == null && b == null;
    }
    return Arrays.equals(a.persons(), b.persons()) && Arrays.equals(a.minors(), b.minors());
  }

  /** The piece from this one's beginning to another's end. */
  WeightPiece joined(WeightPiece last) {
    Shares both = new Shares(shares.from(), last.shares.to());
    return new WeightPiece(both, optimum, known, certified && last.certified);
  }
}
