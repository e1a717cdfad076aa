package io.bosett.analysis.stability;

import io.bosett.analysis.session.SolveSession;
import io.bosett.program.Assignment;
import io.bosett.program.CandidateRanges;
import io.bosett.solve.Variant;
import io.bosett.solve.VariantAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The least and the largest number that a candidate can have within each loss. The best objective
 * with at most k persons for it never falls as k grows (likewise with at least k as k falls), so
 * the least k within a loss is found by bisection; the optimum's multipliers exclude most numbers
 * beforehand.
 */
final class NumberRanges {
  private static final long FAR = Long.MAX_VALUE;

  private final SolveSession session;
  private final List<LossThreshold> thresholds;
  private final @Nullable CertificateLosses bounds;

  NumberRanges(
      SolveSession session, List<LossThreshold> thresholds, @Nullable CertificateLosses bounds) {
    this.session = session;
    this.thresholds = thresholds;
    this.bounds = bounds;
  }

  /**
   * The ranges of candidate {@code i}; null when a solve gave up.
   *
   * @param loss on the other side where it is known exactly; else it is beyond every loss asked
   */
  @Nullable List<NumberRange> of(int i, @Nullable Long loss) {
    List<NumberRange> ranges = new ArrayList<>();
    OneCandidate one = new OneCandidate(i, loss == null ? FAR : loss);
    for (LossThreshold threshold : thresholds) {
      ranges.add(new NumberRange(threshold.share(), one.least(threshold), one.most(threshold)));
    }
    return one.gaveUp ? null : ranges;
  }

  private final class OneCandidate {
    private final int i;
    private final long otherSide;
    private final int low;
    private final int high;
    private final int number;
    private final CertificateLosses.@Nullable Numbers bound;
    private final Map<Integer, Found> below = new HashMap<>();
    private final Map<Integer, Found> above = new HashMap<>();
    private boolean gaveUp;

    OneCandidate(int i, long otherSide) {
      this.i = i;
      this.otherSide = otherSide;
      CandidateRanges c = session.program().candidates();
      low = c.low()[i];
      high = c.high()[i];
      number = session.assignment().persons()[i];
      bound = bounds == null ? null : bounds.numbers(i, session.optimum());
    }

    int least(LossThreshold threshold) {
      if (number == 0 || otherSide <= threshold.units()) {
        return 0;
      }
      return nearest(low, number, threshold.units(), k -> solved(below, k, base().atMost(i, k)));
    }

    int most(LossThreshold threshold) {
      if (high < low || (number == 0 && otherSide > threshold.units())) {
        return number;
      }
      int from = Math.max(number, low);
      return nearest(high, from, threshold.units(), k -> solved(above, k, base().atLeast(i, k)));
    }

    private Variant base() {
      return session.base();
    }

    /**
     * The number nearest to {@code far} that is within the loss.
     *
     * @param far the end of the range
     * @param near a number that is within the loss
     * @param solve the best objective with a number at least as far as another
     */
    private int nearest(int far, int near, long units, IntFunction<Found> solve) {
      int step = far < near ? 1 : -1;
      int first = bound == null ? far : bound.first(far, near, units);
      // Everything before "outside" is excluded; "outside" itself may be within the loss.
      int outside = first < 0 ? near : first;
      int inside = near;
      for (int at = outside; at != inside; at = between(outside, inside, step)) {
        Found found = solve.apply(at);
        if (found.loss <= units) {
          inside = found.number;
        } else {
          outside = at + step;
        }
        if (outside == inside) {
          break;
        }
      }
      return inside;
    }

    private static int between(int outside, int inside, int step) {
      return outside + step * (Math.abs(inside - outside) / 2);
    }

    private Found solved(Map<Integer, Found> known, int k, Variant variant) {
      Found before = known.get(k);
      if (before != null) {
        return before;
      }
      VariantAnswer answer = session.solve(variant);
      Assignment best = answer.assignment();
      Long objective = answer.objective();
      boolean optimal = answer.isOptimal() && best != null && objective != null;
      gaveUp |= !answer.isProven();
      Found found =
          optimal && best != null && objective != null
              ? new Found(session.optimum() - objective, best.persons()[i])
              : new Found(FAR, k);
      known.put(k, found);
      return found;
    }
  }

  /**
   * The best allocation with a limited number.
   *
   * @param loss against the optimum
   * @param number that the candidate has in it
   */
  private record Found(long loss, int number) {}
}
