package io.bosett.solve.decomposition.model;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import io.bosett.program.Term;
import org.jspecify.annotations.Nullable;

/**
 * A floating-point filter: finds best choices that are certain in doubles and so need no exact
 * comparison, for candidates of the common kind ({@link CommonKind}) whose next choice loses more
 * than any rounding error. Not thread-safe.
 */
final class FloatingPointFilter {
  /** Losses above this many 10<sup>-6</sup> person are beyond rounding of gains and doubles. */
  private static final double MARGIN = 10;

  /** Values beyond this are not exact enough in doubles. */
  private static final double LARGEST = 1e13;

  private static final double UNIT = 1e6;

  private static final int PERSONS = Term.PERSONS.ordinal();
  private static final int SELECTED = Term.SELECTED.ordinal();
  private static final int MINORS = Term.MINORS.ordinal();
  private static final int PLACES = Term.MINORS_PLACES.ordinal();

  /** Prices of one person beyond this many 10<sup>-6</sup> person are too large for doubles. */
  private static final double LARGEST_UNIT_PRICE = 1e9;

  /** Prices of one place beyond this many 10<sup>-6</sup> person are too large for doubles. */
  private static final double LARGEST_PLACE_PRICE = 1e13;

  private final CandidateRanges candidateRanges;
  private final ShareLimit share;
  private final CommonKind common;

  /** The choice found last. */
  int x;

  int m;

  /** A lower bound on the loss of any other choice, in 10<sup>-6</sup> person. */
  double nextLoss;

  FloatingPointFilter(Program program, CommonKind common) {
    candidateRanges = program.candidates();
    share = program.share();
    this.common = common;
  }

  /**
   * Prices in doubles, in 10<sup>-6</sup> person; null for groups whose prices are too large.
   *
   * @param prices by {@link Term} and group, in scaled units
   * @return by group and term
   */
  static double[] @Nullable [] near(long[][] prices, int scale) {
    double unit = 1.0 / scale;
    double[] @Nullable [] near = new double[prices[0].length][];
    for (int g = 0; g < near.length; g++) {
      double[] ofGroup = new double[Term.COUNT];
      boolean fits = true;
      for (int t = 0; t < ofGroup.length; t++) {
        ofGroup[t] = prices[t][g] * unit;
        double most = Term.at(t).isPresence() ? LARGEST_PLACE_PRICE : LARGEST_UNIT_PRICE;
        fits &= Math.abs(ofGroup[t]) <= most;
      }
      near[g] = fits ? ofGroup : null;
    }
    return near;
  }

  /**
   * Finds the choice; false when it is uncertain.
   *
   * @param prices by {@link Term}, in 10<sup>-6</sup> person
   */
  boolean find(int i, double[] prices) {
    int low = candidateRanges.low()[i];
    int high = candidateRanges.high()[i];
    if (!common.has(candidateRanges, i)) {
      return false;
    }
    double slope = 2 * UNIT - prices[PERSONS];
    double curve = UNIT * common.r()[i];
    double best = Math.rint(0.5 * slope / curve);
    double persons = best < low ? low : best > high ? high : best;
    double worth = persons * (slope - curve * persons) - prices[SELECTED];
    double extra = 0;
    double minors = 0;
    double minorsLoss = Double.POSITIVE_INFINITY;
    if (candidateRanges.minorsLow()[i] <= candidateRanges.minorsHigh()[i]) {
      double minorsSlope = 2 * UNIT - prices[MINORS];
      double minorsCurve = UNIT * common.minorsR()[i];
      minors = minors(i, minorsSlope, minorsCurve);
      extra = minors * (minorsSlope - minorsCurve * minors) - prices[PLACES];
      if (extra > 0 && worth + extra > -MARGIN && !fits(minors, persons)) {
        return false;
      }
      minorsLoss = Math.abs(extra);
      if (extra > 0) {
        minorsLoss = Math.min(minorsLoss, step(i, minors, minorsSlope, minorsCurve));
      }
    }
    double total = worth + Math.max(0, extra);
    if (Math.abs(worth) + Math.abs(extra) > LARGEST) {
      return false;
    }
    if (total < 0) {
      x = 0;
      m = 0;
      nextLoss = -total;
      return nextLoss > MARGIN;
    }
    x = (int) persons;
    m = extra > 0 ? (int) minors : 0;
    double up = x < high ? curve * (2 * persons + 1) - slope : Double.POSITIVE_INFINITY;
    double down = x > low ? slope - curve * (2 * persons - 1) : Double.POSITIVE_INFINITY;
    nextLoss = Math.min(Math.min(up, down), Math.min(total, minorsLoss));
    return nextLoss > MARGIN;
  }

  private double minors(int i, double slope, double curve) {
    double best = Math.rint(0.5 * slope / curve);
    int low = candidateRanges.minorsLow()[i];
    int high = candidateRanges.minorsHigh()[i];
    return best < low ? low : best > high ? high : best;
  }

  private boolean fits(double minors, double persons) {
    return minors * share.denominator() <= persons * share.numerator();
  }

  /** The loss of one minor more or fewer. */
  private double step(int i, double minors, double slope, double curve) {
    double up =
        minors < candidateRanges.minorsHigh()[i]
            ? curve * (2 * minors + 1) - slope
            : Double.POSITIVE_INFINITY;
    double down =
        minors > candidateRanges.minorsLow()[i]
            ? slope - curve * (2 * minors - 1)
            : Double.POSITIVE_INFINITY;
    return Math.min(up, down);
  }

  /** The loss less a margin for rounding, in scaled units. */
  long scaledLoss(int scale) {
    double loss = Math.min((nextLoss - 4) * scale, 4e18);
    return (long) loss;
  }
}
