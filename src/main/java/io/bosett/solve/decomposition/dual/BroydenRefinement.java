package io.bosett.solve.decomposition.dual;

import io.bosett.solve.decomposition.model.RowLimits;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Newton's method on the rows that bind, for a program so large that its sums are nearly smooth in
 * the multipliers. The derivatives come from differences over a sample, the residuals from all
 * candidates, and after every step Broyden's formula (1965) corrects the derivatives by what was
 * seen.
 */
final class BroydenRefinement {
  private static final int STEPS = 6;

  /**
   * Over this step, in 10<sup>-6</sup> person, the sample's sums are smooth enough to difference.
   */
  private static final double DIFFERENCE = 20_000;

  private final Lagrangian all;
  private final Lagrangian drawn;
  private final double share;
  private final RowLimits limits;
  private int[] active = {};

  /** The best multipliers seen. */
  double[] u;

  /** The dual's value there. */
  double value = Double.POSITIVE_INFINITY;

  BroydenRefinement(Lagrangian all, Lagrangian drawn, double share, double[] start) {
    this.all = all;
    this.drawn = drawn;
    this.share = share;
    limits = all.limits;
    u = start;
  }

  /** Steps until the residuals are small; false when that did not come about. */
  boolean run(BooleanSupplier stop) {
    double[] at = u.clone();
    double[] residual = evaluate(at);
    active = binding(at);
    if (active.length == 0 || isSmall(residual)) {
      return true;
    }
    double[][] slopes = derivatives(at, stop);
    for (int k = 0; k < STEPS && !stop.getAsBoolean(); k++) {
      double[] step = LinearSystem.solve(slopes, pick(residual), stop);
      if (step == null) {
        return false;
      }
      double[] next = at.clone();
      for (int a = 0; a < active.length; a++) {
        int row = active[a];
        double t = limits.admissible(row, at[row] + step[a]);
        boolean crosses = !limits.isEquality(row) && t * at[row] < 0;
        next[row] = crosses ? 0 : t;
      }
      double[] then = evaluate(next);
      if (isSmall(then)) {
        return true;
      }
      broyden(slopes, at, next, residual, then);
      at = next;
      residual = then;
    }
    return false;
  }

  /** Evaluates all candidates; the residuals are what the charged limits leave of the sums. */
  private double[] evaluate(double[] at) {
    double f = all.at(at);
    if (f < value) {
      value = f;
      u = at.clone();
    }
    double[] residual = new double[limits.count()];
    for (int row = 0; row < residual.length; row++) {
      residual[row] = limits.isFree(row) ? 0 : limits.slope(row, at[row], all.use[row]);
    }
    return residual;
  }

  private int[] binding(double[] at) {
    int[] rows = new int[limits.count()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      boolean violated = limits.slope(row, at[row], all.use[row]) != 0;
      if (!limits.isFree(row) && (limits.isEquality(row) || at[row] != 0 || violated)) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** A few units in a hundred thousand candidates are left to the closing search. */
  private boolean isSmall(double[] residual) {
    double few = 2 + all.kernel.size() / 40_000.0;
    for (int row : active) {
      if (Math.abs(residual[row]) > few) {
        return false;
      }
    }
    return true;
  }

  /** How the sums fall as multipliers rise: {@code slopes[a][b] = -d use_a / d u_b}. */
  private double[][] derivatives(double[] at, BooleanSupplier stop) {
    double[][] slopes = new double[active.length][active.length];
    double[] point = at.clone();
    for (int b = 0; b < active.length && !stop.getAsBoolean(); b++) {
      int row = active[b];
      point[row] = at[row] - DIFFERENCE;
      drawn.at(point);
      double[] below = drawn.use.clone();
      point[row] = at[row] + DIFFERENCE;
      drawn.at(point);
      point[row] = at[row];
      for (int a = 0; a < active.length; a++) {
        double change = drawn.use[active[a]] - below[active[a]];
        slopes[a][b] = change / (2 * DIFFERENCE * share);
      }
    }
    return slopes;
  }

  /** The change of the sums that would leave nothing over. */
  private double[] pick(double[] residual) {
    return Arrays.stream(active).mapToDouble(row -> residual[row]).toArray();
  }

  private void broyden(
      double[][] slopes, double[] at, double[] next, double[] before, double[] after) {
    double[] step = Arrays.stream(active).mapToDouble(row -> next[row] - at[row]).toArray();
    double length = Arrays.stream(step).map(s -> s * s).sum();
    if (length == 0) {
      return;
    }
    for (int a = 0; a < active.length; a++) {
      double seen = before[active[a]] - after[active[a]];
      double expected = 0;
      for (int b = 0; b < active.length; b++) {
        expected += slopes[a][b] * step[b];
      }
      for (int b = 0; b < active.length; b++) {
        slopes[a][b] += (seen - expected) * step[b] / length;
      }
    }
  }
}
