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
  /** Enumerates all choices within a loss; null when there are more than {@code most}. */
  static @Nullable OpenCandidate of(
      Recomputation recomputation, LagrangianBound bound, int candidate, long budget, int most) {
    return new Gathering(recomputation.placeRules(), bound, candidate, budget, most).run();
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
    private final PlaceRules rules;
    private final LagrangianBound bound;
    private final int candidate;
    private final long budget;
    private final int most;
    private int[] persons = new int[4];
    private int[] minors = new int[4];
    private long[] losses = new long[4];
    private int count;
    private long bestOfMinors;

    Gathering(PlaceRules rules, LagrangianBound bound, int candidate, long budget, int most) {
      this.rules = rules;
      this.bound = bound;
      this.candidate = candidate;
      this.budget = budget;
      this.most = most;
    }

    @Nullable OpenCandidate run() {
      long[] ofMinors = valuesOfMinors();
      bestOfMinors = Arrays.stream(ofMinors).max().orElse(CandidateScan.NONE);
      if (rules.mayBeNobody(candidate)) {
        gather(0, ofMinors);
      }
      for (int x = rules.leastPersons(candidate); x <= rules.mostPersons(candidate); x++) {
        gather(x, ofMinors);
        if (count > most) {
          return null;
        }
      }
      return new OpenCandidate(
          candidate,
          Arrays.copyOf(persons, count),
          Arrays.copyOf(minors, count),
          Arrays.copyOf(losses, count));
    }

    /** The value of each number of minors, from the minimum group up. */
    private long[] valuesOfMinors() {
      int least = rules.leastMinors(candidate);
      int largest = rules.mostMinors(candidate, rules.mostPersons(candidate));
      long[] ofMinors = new long[Math.max(0, largest - least + 1)];
      for (int k = 0; k < ofMinors.length; k++) {
        ofMinors[k] = bound.values().minors(candidate, least + k);
      }
      return ofMinors;
    }

    private void gather(int x, long[] ofMinors) {
      long value = bound.values().persons(candidate, x);
      if (rules.mayBeWithoutMinors(candidate)) {
        add(x, 0, bound.best(candidate) - value);
      }
      if (ofMinors.length == 0 || bound.best(candidate) - (value + bestOfMinors) > budget) {
        return;
      }
      int least = rules.leastMinors(candidate);
      int largest = x == 0 ? 0 : rules.mostMinors(candidate, x);
      for (int m = least; m <= largest && count <= most; m++) {
        add(x, m, bound.best(candidate) - (value + ofMinors[m - least]));
      }
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
