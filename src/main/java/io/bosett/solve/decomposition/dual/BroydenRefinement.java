package io.bosett.solve.decomposition.dual;

import io.bosett.solve.decomposition.model.RowLimits;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * A quasi-Newton method (Broyden 1965) on the rows that bind, for programs so large that their sums
 * are nearly smooth in the multipliers. Finite differences over a sample give the first
 * derivatives, all candidates give the residuals, and each step updates the derivatives by
 * Broyden's formula.
 */
final class BroydenRefinement {
  private static final int STEPS = 6;

  /**
   * The step of the finite differences, in 10<sup>-6</sup> person, over which the sample's sums are
   * smooth.
   */
  private static final double DIFFERENCE = 20_000;

  private final Lagrangian all;
  private final Lagrangian drawn;
  private final double share;
  private final RowLimits limits;
  private int[] active = {};

  /** The best multipliers found. */
  double[] u;

  /** The dual value there. */
  double value = Double.POSITIVE_INFINITY;

  BroydenRefinement(Lagrangian all, Lagrangian drawn, double share, double[] start) {
    this.all = all;
    this.drawn = drawn;
    this.share = share;
    limits = all.limits;
    u = start;
  }

  /** Iterates until the residuals are small; false when they do not become so. */
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

  /** Evaluates all candidates; a residual is the charged limit less the sum. */
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

  /**
   * Whether the rest can be left to the closing search: a few units in a hundred thousand
   * candidates.
   */
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

  /** The Newton step that would make the residuals 0. */
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
