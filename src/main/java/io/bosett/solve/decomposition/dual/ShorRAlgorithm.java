package io.bosett.solve.decomposition.dual;

import io.bosett.solve.decomposition.model.RowLimits;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Shor's r-algorithm (1971, 1985), a subgradient method with space dilation, for the dual with
 * several interacting rows: after every step it contracts the space along the difference of two
 * successive subgradients. In a ravine these differences point from wall to wall, so the steps turn
 * along its floor. A step is quadratic in the rows, because of the matrix of the space.
 *
 * <p>Where a row has no limit on one side its multiplier has only one sign; beyond 0 the function
 * is continued steeper than it can fall.
 */
final class ShorRAlgorithm {
  /** With more rows the matrix costs more than it saves. */
  static final int MOST_ROWS = 200;

  private static final int STEPS = 3_000;

  /** The factor of contraction along a difference of subgradients. */
  private static final double CONTRACTION = 1.0 / 3;

  /**
   * Factors of the step length: after a first step that went too far, and after several that did
   * not.
   */
  private static final double SHORTER = 0.95;

  private static final double LONGER = 1.1;
  private static final int SOME = 3;

  /** After so many steps in one direction the minimum is far away. */
  private static final int MANY = 12;

  /** Steps in one direction. */
  private static final int MOST_STEPS = 200;

  /** The search ends after so many steps without enough decrease. */
  private static final int VAIN = 4;

  private final Lagrangian lagrangian;
  private final RowLimits limits;
  private final int[] active;
  private final double tolerance;
  private final double floor;
  private final BooleanSupplier stop;
  private final double[][] space;
  private final double[] steepest;
  private final double[] point;
  private final double[] admissible;
  private double[] slope;
  private double step;

  /** The best point found. */
  final double[] best;

  /** The value there. */
  double value;

  /**
   * @param width how far the first step goes, in 10<sup>-6</sup> person
   * @param floor a value below which the search may stop at once
   */
  ShorRAlgorithm(
      Lagrangian lagrangian,
      double[] start,
      double width,
      double tolerance,
      double floor,
      BooleanSupplier stop) {
    this.lagrangian = lagrangian;
    this.tolerance = tolerance;
    this.floor = floor;
    this.stop = stop;
    limits = lagrangian.limits;
    best = start.clone();
    admissible = start.clone();
    active = activeRows(limits);
    point = Arrays.stream(active).mapToDouble(row -> start[row]).toArray();
    space = new double[active.length][active.length];
    steepest = new double[active.length];
    value = lagrangian.at(best);
    scale(width);
    slope = slopes();
  }

  static int[] activeRows(RowLimits limits) {
    return IntStream.range(0, limits.count()).filter(row -> !limits.isFree(row)).toArray();
  }

  /**
   * Scales the space so that a first unit step against the slope is about a Newton step: with
   * targets t the use of a row changes by about {@code sum t / (2 * 10^6)} per unit of its
   * multiplier.
   */
  private void scale(double width) {
    double widest = 0;
    for (int k = 0; k < active.length; k++) {
      double use = Math.max(1, lagrangian.use[active[k]]);
      steepest[k] = 10 * (1 + use);
      space[k][k] = Math.sqrt(2e6 / use);
      widest = Math.max(widest, space[k][k]);
    }
    step = width / Math.max(1, widest);
  }

  /** Evaluates at {@link #point}. */
  private double evaluate() {
    double beyond = 0;
    for (int k = 0; k < active.length; k++) {
      double t = limits.admissible(active[k], point[k]);
      admissible[active[k]] = t;
      beyond += Math.abs(point[k] - t) * steepest[k];
    }
    double f = lagrangian.at(admissible);
    if (f < value) {
      value = f;
      System.arraycopy(admissible, 0, best, 0, best.length);
    }
    return f + beyond;
  }

  /** The slopes at the point evaluated last. */
  private double[] slopes() {
    double[] slopes = new double[active.length];
    for (int k = 0; k < active.length; k++) {
      int row = active[k];
      double over = point[k] - admissible[row];
      slopes[k] =
          over == 0
              ? limits.slope(row, admissible[row], lagrangian.use[row])
              : Math.signum(over) * steepest[k];
    }
    return slopes;
  }

  /** Minimizes; false when the value fell below the floor. */
  boolean minimize() {
    int vain = 0;
    for (int k = 0; k < STEPS && value > floor && vain < VAIN && !stop.getAsBoolean(); k++) {
      double[] seen = seen(slope);
      double length = length(seen);
      if (length == 0) {
        break;
      }
      double[] next = descend(direction(seen, length));
      vain = length * step < tolerance ? vain + 1 : 0;
      for (int j = 0; j < next.length; j++) {
        slope[j] = next[j] - slope[j];
      }
      contract(seen(slope));
      slope = next;
    }
    return value > floor;
  }

  /** Steps along a direction until the function rises; returns the slopes there. */
  private double[] descend(double[] direction) {
    double[] next = slope;
    double along = 1;
    int steps = 0;
    while (along > 0 && steps < MOST_STEPS && value > floor && !stop.getAsBoolean()) {
      for (int k = 0; k < point.length; k++) {
        point[k] -= step * direction[k];
      }
      evaluate();
      next = slopes();
      along = product(next, direction);
      steps++;
      if (steps % SOME == 0) {
        step *= steps < MANY ? LONGER : 2;
      }
    }
    if (steps == 1) {
      step *= SHORTER;
    }
    return next;
  }

  /** A slope in the coordinates of the dilated space. */
  private double[] seen(double[] slopes) {
    double[] seen = new double[slopes.length];
    for (int i = 0; i < slopes.length; i++) {
      double[] row = space[i];
      double factor = slopes[i];
      if (factor != 0) {
        for (int j = 0; j < seen.length; j++) {
          seen[j] += row[j] * factor;
        }
      }
    }
    return seen;
  }

  private double[] direction(double[] seen, double length) {
    double[] direction = new double[seen.length];
    for (int i = 0; i < seen.length; i++) {
      direction[i] = product(space[i], seen) / length;
    }
    return direction;
  }

  private void contract(double[] difference) {
    double square = product(difference, difference);
    if (square == 0) {
      return;
    }
    for (double[] row : space) {
      double factor = (CONTRACTION - 1) * product(row, difference) / square;
      for (int j = 0; j < difference.length; j++) {
        row[j] += factor * difference[j];
      }
    }
  }

  private static double length(double[] a) {
    return Math.sqrt(product(a, a));
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
