package io.bosett.solve.decomposition.dual;

import java.util.function.BooleanSupplier;

/**
 * A line search for the minimum of a convex function of one multiplier, from values and slopes.
 * Keeps a bracket whose ends have slopes of opposite sign; the next point is, in turn, where the
 * two tangents cross and the secant of the slopes (with the Illinois weight, Dowell and Jarratt
 * 1971). The tangents' crossing is a lower bound, so the search knows when it is within the
 * tolerance. A multiplier of 0 is always evaluated: a row with two different limits has a kink
 * there.
 */
final class LineSearch {
  private static final int STEPS = 200;

  /** A function of one multiplier; fills in value, slope and uses. */
  @FunctionalInterface
  interface Function {
    void at(double t, DualPoint into);
  }

  private final Function function;
  private final double floor;
  private final double tolerance;
  private final double farthest;
  private final BooleanSupplier stop;
  private final DualPoint low = new DualPoint();
  private final DualPoint high = new DualPoint();
  private final DualPoint next = new DualPoint();

  /** The width of the last bracket, a good first step for a similar search. */
  double width;

  /** The best point found. */
  final DualPoint best = new DualPoint();

  /**
   * The use of the global rows at the minimum: at a kink the convex combination of both sides,
   * weighted so that the slopes cancel.
   */
  final DualPoint mixed = new DualPoint();

  /**
   * @param floor a value below which the search may stop at once
   * @param tolerance how far above the minimum the best value may be
   * @param width the first step
   * @param farthest limit on the size of multipliers
   * @param stop ends the search early with the best point found
   */
  LineSearch(
      Function function,
      double floor,
      double tolerance,
      double width,
      double farthest,
      BooleanSupplier stop) {
    this.function = function;
    this.floor = floor;
    this.tolerance = tolerance;
    this.width = width;
    this.farthest = farthest;
    this.stop = stop;
  }

  /**
   * Minimizes from a start.
   *
   * @param kink whether the function has a kink at 0
   */
  void minimize(double start, boolean kink) {
    best.value = Double.POSITIVE_INFINITY;
    evaluate(start);
    if (next.slope == 0) {
      mixed.set(next);
      return;
    }
    boolean down = next.slope > 0;
    (down ? high : low).set(next);
    if (bracket(down, kink)) {
      refine();
    }
  }

  private void evaluate(double t) {
    function.at(t, next);
    next.t = t;
    if (next.value < best.value) {
      best.set(next);
    }
  }

  /** Steps downhill until the slope changes sign; false when the search is over before that. */
  private boolean bracket(boolean down, boolean kink) {
    double step = width;
    for (int k = 0; k < STEPS && !stop.getAsBoolean(); k++) {
      DualPoint from = down ? high : low;
      double room = down ? farthest + from.t : farthest - from.t;
      if (!(room * Math.abs(from.slope) > tolerance)) {
        break;
      }
      double t = down ? from.t - Math.min(step, room) : from.t + Math.min(step, room);
      if (kink && from.t != 0 && t != 0 && from.t < 0 != t < 0) {
        t = 0;
      }
      evaluate(t);
      if (next.slope == 0 || best.value <= floor) {
        mixed.set(next);
        return false;
      }
      boolean crossed = next.slope > 0 != down;
      (next.slope > 0 ? high : low).set(next);
      if (crossed) {
        return true;
      }
      step *= k < 3 ? 3 : 8;
    }
    mixed.set(best);
    return false;
  }

  private void refine() {
    double lowSlope = low.slope;
    double highSlope = high.slope;
    boolean tangents = true;
    for (int k = 0; k < STEPS && !isClose() && !stop.getAsBoolean(); k++) {
      double t = tangents ? crossing() : secant(lowSlope, highSlope);
      if (!(low.t < t && t < high.t)) {
        t = 0.5 * (low.t + high.t);
        if (!(low.t < t && t < high.t)) {
          break;
        }
      }
      evaluate(t);
      if (next.slope == 0) {
        mixed.set(next);
        width = Math.max(0.25 * (high.t - low.t), 1e-6);
        return;
      }
      if (next.slope < 0) {
        low.set(next);
        lowSlope = next.slope;
        highSlope = tangents ? high.slope : 0.5 * highSlope;
      } else {
        high.set(next);
        highSlope = next.slope;
        lowSlope = tangents ? low.slope : 0.5 * lowSlope;
      }
      tangents = !tangents;
    }
    width = Math.max(high.t - low.t, 1e-6);
    mixed.mix(low, high.slope / (high.slope - low.slope), high);
  }

  private double secant(double lowSlope, double highSlope) {
    return (low.t * highSlope - high.t * lowSlope) / (highSlope - lowSlope);
  }

  /** Where the tangents at the bracket's ends meet. */
  private double crossing() {
    return (low.value - high.value + high.slope * high.t - low.slope * low.t)
        / (high.slope - low.slope);
  }

  private boolean isClose() {
    double bound = low.value + low.slope * (crossing() - low.t);
    return Math.min(low.value, high.value) - bound < tolerance;
  }
}
