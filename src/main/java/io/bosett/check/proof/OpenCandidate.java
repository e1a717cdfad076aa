package io.bosett.check.proof;

import io.bosett.check.recount.PlaceRules;
import io.bosett.check.recount.Recomputation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that the bound leaves open, with its choices.
 *
 * @param candidate its index
 * @param persons of each choice within the budget
 * @param minors of each choice
 * @param losses of each choice against the best, not negative
 */
public record OpenCandidate(int candidate, int[] persons, int[] minors, long[] losses) {
  /**
   * Enumerates all choices within a loss; null when there are more than {@code most}.
   *
   * @param effort whose stop ends the enumeration
   */
  static @Nullable OpenCandidate of(
      Recomputation recomputation,
      LagrangianBound bound,
      int candidate,
      long budget,
      int most,
      EffortLimit effort)
      throws EffortExceededException {
    return new Gathering(recomputation.placeRules(), bound, candidate, budget, most, effort).run();
  }

  /** The second-least loss; every open candidate has at least two choices. */
  long secondLoss() {
    long least = Long.MAX_VALUE;
    long second = Long.MAX_VALUE;
    for (long loss : losses) {
      second = Math.min(second, Math.max(least, loss));
      least = Math.min(least, loss);
    }
    return second;
  }

  /** A subset of the choices, with each loss reduced by the given amount. */
  OpenCandidate only(int[] choices, long less) {
    return new OpenCandidate(
        candidate,
        Arrays.stream(choices).map(c -> persons[c]).toArray(),
        Arrays.stream(choices).map(c -> minors[c]).toArray(),
        Arrays.stream(choices).mapToLong(c -> losses[c] - less).toArray());
  }

  private static final class Gathering {
    /** So many blocks take a few milliseconds at most. */
    private static final int POLL_EVERY = 256;

    private final PlaceRules rules;
    private final LagrangianBound bound;
    private final int candidate;
    private final long budget;
    private final int most;
    private final EffortLimit effort;
    private int visited;
    private final @Nullable CandidateBlocks blocks;
    private final @Nullable ConcavePieces minorsPieces;
    private int[] persons = new int[4];
    private int[] minors = new int[4];
    private long[] losses = new long[4];
    private int count;

    /**
     * The value of each number of minors that may be within the budget, from the minimum group up;
     * empty for long ranges.
     */
    private final long[] ofMinors;

    private final long bestOfMinors;

    Gathering(
        PlaceRules rules,
        LagrangianBound bound,
        int candidate,
        long budget,
        int most,
        EffortLimit effort) {
      this.effort = effort;
      this.rules = rules;
      this.bound = bound;
      this.candidate = candidate;
      this.budget = budget;
      this.most = most;
      boolean isLong = CandidateScan.isLong(rules, candidate);
      blocks = isLong ? bound.blocks(candidate) : null;
      minorsPieces = blocks == null ? null : blocks.minors();
      ofMinors = isLong ? new long[0] : valuesOfMinors();
      bestOfMinors = largest(ofMinors);
    }

    private static long largest(long[] values) {
      long largest = CandidateScan.NONE;
      for (long value : values) {
        largest = Math.max(largest, value);
      }
      return largest;
    }

    private long[] valuesOfMinors() {
      int least = rules.leastMinors(candidate);
      int largest = rules.mostMinors(candidate, rules.mostPersons(candidate));
      long[] values = new long[Math.max(0, largest - least + 1)];
      for (int k = 0; k < values.length; k++) {
        values[k] = bound.values().minors(candidate, least + k);
        if (k > 0 && areNoMore(least + k, values[k - 1], values[k])) {
          return Arrays.copyOf(values, k);
        }
      }
      return values;
    }

    /**
     * Whether so many minors, and all more, lose more than the budget with any number of persons:
     * where none are allowed too, persons alone are worth the best choice at most.
     */
    private boolean areNoMore(int m, long before, long value) {
      return value < -budget
          && rules.mayBeWithoutMinors(candidate)
          && bound.values().isMinorsPeakBefore(candidate, m, before, value);
    }

    @Nullable OpenCandidate run() throws EffortExceededException {
      if (rules.mayBeNobody(candidate)) {
        gather(0, bound.values().persons(candidate, 0));
      }
      persons(rules.leastPersons(candidate), rules.mostPersons(candidate));
      return count > most
          ? null
          : new OpenCandidate(
              candidate,
              Arrays.copyOf(persons, count),
              Arrays.copyOf(minors, count),
              Arrays.copyOf(losses, count));
    }

    /** Leaves out halves of long ranges that hold nothing within the budget. */
    private void persons(int low, int high) throws EffortExceededException {
      visit();
      if (count > most || low > high || (blocks != null && losesMore(blocks.bound(low, high)))) {
        return;
      }
      if (blocks == null || low == high) {
        everyNumber(low, high);
        return;
      }
      int middle = low + (high - low) / 2;
      persons(low, middle);
      persons(middle + 1, high);
    }

    /**
     * Begins at the least number near the best choice, and ends where all numbers beyond lose more
     * than the budget, whatever their minors.
     */
    private void everyNumber(int low, int high) throws EffortExceededException {
      int first = first(low, high);
      long before = bound.values().persons(candidate, first);
      for (int x = first; x <= high && count <= most; x++) {
        long value = x == first ? before : bound.values().persons(candidate, x);
        gather(x, value);
        if (blocks == null
            && losesMoreWithMinors(value)
            && bound.values().isPersonsPeakBefore(candidate, x, before, value)) {
          return;
        }
        before = value;
      }
    }

    /**
     * Goes down from the best choice to a number below which all lose more than the budget,
     * whatever their minors; {@code low} when there is none.
     */
    private int first(int low, int high) {
      int best = bound.bestChoice().persons()[candidate];
      if (blocks != null || best <= low || best > high) {
        return low;
      }
      long after = bound.values().persons(candidate, best);
      for (int x = best - 1; x > low; x--) {
        long value = bound.values().persons(candidate, x);
        if (losesMoreWithMinors(value)
            && bound.values().isPersonsPeakAfter(candidate, x, value, after)) {
          return x + 1;
        }
        after = value;
      }
      return low;
    }

    private boolean losesMoreWithMinors(long value) {
      return losesMore(value + Math.max(0, bestOfMinors));
    }

    private boolean losesMore(long value) {
      return value == CandidateScan.NONE || bound.best(candidate) - value > budget;
    }

    /** Blocks and numbers are steps, most of them cheap, so that they are counted many at once. */
    private void visit() throws EffortExceededException {
      if (++visited % POLL_EVERY == 0) {
        effort.addSteps(POLL_EVERY, 0);
      }
    }

    private void gather(int x, long value) throws EffortExceededException {
      if (rules.mayBeWithoutMinors(candidate)) {
        add(x, 0, bound.best(candidate) - value);
      }
      if (x > 0 && (minorsPieces != null || mayAddMinors(value))) {
        minors(x, value, rules.leastMinors(candidate), mostMinors(x));
      }
    }

    private int mostMinors(int x) {
      int most = rules.mostMinors(candidate, x);
      return minorsPieces == null
          ? Math.min(most, rules.leastMinors(candidate) + ofMinors.length - 1)
          : most;
    }

    private boolean mayAddMinors(long value) {
      return ofMinors.length > 0 && !losesMore(value + bestOfMinors);
    }

    private void minors(int x, long value, int low, int high) throws EffortExceededException {
      visit();
      if (count > most || low > high) {
        return;
      }
      if (minorsPieces == null) {
        for (int m = low; m <= high && count <= most; m++) {
          add(x, m, bound.best(candidate) - (value + ofMinors[m - low]));
        }
        return;
      }
      if (losesMore(value + minorsPieces.largest(low, high))) {
        return;
      }
      if (low == high) {
        add(x, low, bound.best(candidate) - (value + minorsPieces.value(low)));
        return;
      }
      int middle = low + (high - low) / 2;
      minors(x, value, low, middle);
      minors(x, value, middle + 1, high);
    }

    private void add(int x, int m, long loss) {
      if (loss > budget) {
        return;
      }
      if (count == losses.length) {
        persons = Arrays.copyOf(persons, 2 * count);
        minors = Arrays.copyOf(minors, 2 * count);
        losses = Arrays.copyOf(losses, 2 * count);
      }
      persons[count] = x;
      minors[count] = m;
      losses[count] = loss;
      count++;
    }
  }
}
