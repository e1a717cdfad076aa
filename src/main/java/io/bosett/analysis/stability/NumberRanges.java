package io.bosett.analysis.stability;

import io.bosett.analysis.session.NumberChange;
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
   * What was found for a candidate.
   *
   * @param ranges null when a solve gave up
   * @param certified whether the checker has certified all solves
   */
  record Known(@Nullable List<NumberRange> ranges, boolean certified) {
    /** No ranges are wanted. */
    static final Known NOTHING = new Known(null, true);
  }

  /**
   * The ranges of candidate {@code i}.
   *
   * @param loss on the other side where it is known exactly; else it is beyond every loss asked
   * @param instead the best allocation on the other side, where it is known
   */
  Known of(int i, @Nullable Long loss, @Nullable List<NumberChange> instead) {
    List<NumberRange> ranges = new ArrayList<>();
    OneCandidate one =
        new OneCandidate(i, loss == null ? FAR : loss, instead == null ? List.of() : instead);
    for (LossThreshold threshold : thresholds) {
      Reached least = one.least(threshold);
      Reached most = one.most(threshold);
      ranges.add(
          new NumberRange(
              threshold.share(), least.number, most.number, least.changes, most.changes));
    }
    return new Known(one.gaveUp ? null : ranges, one.certified);
  }

  /**
   * A number, and the differences from the optimum of an allocation within the loss that has it.
   */
  private record Reached(int number, List<NumberChange> changes) {}

  private final class OneCandidate {
    private final int i;
    private final long otherSide;
    private final int low;
    private final int high;
    private final int number;
    private final CertificateLosses.@Nullable Numbers bound;
    private final Map<Integer, Found> below = new HashMap<>();
    private final Map<Integer, Found> above = new HashMap<>();
    private final List<NumberChange> instead;
    private boolean gaveUp;
    private boolean certified = true;

    OneCandidate(int i, long otherSide, List<NumberChange> instead) {
      this.i = i;
      this.otherSide = otherSide;
      this.instead = instead;
      CandidateRanges c = session.program().candidates();
      low = c.low()[i];
      high = c.high()[i];
      number = session.assignment().persons()[i];
      bound = bounds == null ? null : bounds.numbers(i, session.optimum());
    }

    Reached least(LossThreshold threshold) {
      if (number == 0) {
        return new Reached(0, List.of());
      } else if (otherSide <= threshold.units()) {
        return new Reached(0, instead);
      }
      Reached own = new Reached(number, List.of());
      return nearest(low, own, threshold.units(), k -> solved(below, k, base().atMost(i, k)));
    }

    /** Who is out in the optimum has in {@code instead} the least number that it can begin with. */
    Reached most(LossThreshold threshold) {
      if (high < low || (number == 0 && otherSide > threshold.units())) {
        return new Reached(number, List.of());
      }
      Reached from = number >= low ? new Reached(number, List.of()) : new Reached(low, instead);
      return nearest(high, from, threshold.units(), k -> solved(above, k, base().atLeast(i, k)));
    }

    private Variant base() {
      return session.base();
    }

    /**
     * The number nearest to {@code far} that is within the loss.
     *
     * @param far the end of the range
     * @param from a number that is within the loss
     * @param solve the best objective with a number at least as far as another
     */
    private Reached nearest(int far, Reached from, long units, IntFunction<Found> solve) {
      int near = from.number;
      int step = far < near ? 1 : -1;
      int first = bound == null ? far : bound.first(far, near, units);
      // Everything before "outside" is excluded; "outside" itself may be within the loss.
      int outside = first < 0 ? near : first;
      int inside = near;
      Reached reached = from;
      for (int at = outside; at != inside; at = between(outside, inside, step)) {
        Found found = solve.apply(at);
        if (found.loss <= units) {
          inside = found.number;
          reached = new Reached(inside, found.changes());
        } else {
          outside = at + step;
        }
        if (outside == inside) {
          break;
        }
      }
      return reached;
    }

    private static int between(int outside, int inside, int step) {
      return outside + step * (Math.abs(inside - outside) / 2);
    }

    private Found solved(Map<Integer, Found> known, int k, Variant variant) {
      Found before = known.get(k);
      if (before != null) {
        return before;
      }
      session.plan(1);
      VariantAnswer answer = session.solve(variant);
      Assignment best = answer.assignment();
      Long objective = answer.objective();
      boolean optimal = answer.isOptimal() && best != null && objective != null;
      gaveUp |= !answer.isProven();
      certified &= answer.certified() || !answer.isProven();
      Found found =
          optimal && best != null && objective != null
              ? new Found(session.optimum() - objective, best.persons()[i], best)
              : new Found(FAR, k, null);
      known.put(k, found);
      return found;
    }
  }

  /**
   * The best allocation with a limited number: its loss against the optimum, the number that the
   * candidate has in it, and the allocation itself, or null when there is none.
   */
  private final class Found {
    private final long loss;
    private final int number;
    private final @Nullable Assignment best;

    Found(long loss, int number, @Nullable Assignment best) {
      this.loss = loss;
      this.number = number;
      this.best = best;
    }

    List<NumberChange> changes() {
      return best == null
          ? List.of()
          : NumberChange.between(session.program(), session.assignment(), best);
    }
  }
}
