package io.bosett.solve.decomposition;

import io.bosett.program.Candidates;
import io.bosett.program.Program;
import java.util.function.BooleanSupplier;

/**
 * Minimizes the {@link Lagrangian}. Persons and selection, minors and their places are two pairs of
 * rows that touch each other only where minors meet the share: each pair is minimized with the other
 * held, one line search nested in another, until a cycle brings nothing. With regions a {@link
 * Bundle} goes on from there. The minimum need not be exact: every u gives a valid bound, and the
 * closing search absorbs the rest.
 */
final class Dual {
  private static final int CYCLES = 12;

  private final Lagrangian lagrangian;
  private final Rows rows;
  private final double tolerance;
  private final BooleanSupplier stop;
  private final double[] widths;

  /** Below this value no allocation can be: a dual value below it proves that there is none. */
  final double floor;

  /** The multipliers, in 10<sup>-6</sup> person. */
  final double[] u;

  /** The value at {@link #u}, as far as known. */
  double value = Double.POSITIVE_INFINITY;

  Dual(Lagrangian lagrangian, double[] start, double width, BooleanSupplier stop) {
    this.lagrangian = lagrangian;
    this.stop = stop;
    rows = lagrangian.rows;
    u = start.clone();
    int n = lagrangian.program.size();
    tolerance = 20_000.0 / Math.max(1, n);
    floor = floor(lagrangian.program) - 1e6;
    widths = new double[rows.count];
    java.util.Arrays.fill(widths, width);
  }

  /** The least any allocation could be worth, candidate by candidate; concave gains are least at an end. */
  static double floor(Program program) {
    Candidates c = program.candidates();
    double sum = 0;
    for (int i = 0; i < program.size(); i++) {
      double least = c.mayDrop().get(i) ? program.personsGain(i, 0) : Double.POSITIVE_INFINITY;
      if (c.low()[i] <= c.high()[i]) {
        least = Math.min(least, program.personsGain(i, c.low()[i]));
        least = Math.min(least, program.personsGain(i, c.high()[i]));
      }
      if (c.minorsLow()[i] <= c.minorsHigh()[i]) {
        least += Math.min(0, program.minorsGain(i, c.minorsLow()[i]));
        least += Math.min(0, program.minorsGain(i, c.minorsHigh()[i]));
      }
      sum += Double.isInfinite(least) ? 0 : least;
    }
    return sum;
  }

  /** Minimizes; false when the value fell below the floor, so that there is no allocation. */
  boolean minimize() {
    double before = Double.POSITIVE_INFINITY;
    for (int cycle = 0; cycle < CYCLES && !stop.getAsBoolean(); cycle++) {
      if (!pair(Rows.PERSONS, Rows.SELECTED) || !pair(Rows.MINORS, Rows.PLACES)) {
        return false;
      }
      if (before - value < 4 * tolerance) {
        break;
      }
      before = value;
    }
    return regions();
  }

  private boolean regions() {
    boolean any = false;
    for (int row = Rows.REGIONS; row < rows.count; row++) {
      any |= !rows.free[row];
    }
    if (!any) {
      return true;
    }
    return polish();
  }

  /** Goes on with all rows at once; false when the value fell below the floor. */
  boolean polish() {
    Bundle bundle = new Bundle(lagrangian, u, tolerance, floor, stop);
    boolean above = bundle.minimize();
    System.arraycopy(bundle.best, 0, u, 0, u.length);
    value = bundle.value;
    return above;
  }

  /** Minimizes over an inner row and, around it, an outer one. */
  private boolean pair(int inner, int outer) {
    if (rows.free[outer] && rows.free[inner]) {
      return true;
    }
    if (rows.free[outer]) {
      return innerSearch(inner, outer) != null && value > floor;
    }
    boolean[] above = {true};
    LineSearch search =
        new LineSearch(
            (t, into) -> {
              u[outer] = t;
              LineSearch found = innerSearch(inner, outer);
              into.value = value;
              into.slope = Lagrangian.slope(rows, outer, t, found.otherUse);
              above[0] &= value > floor;
            },
            floor,
            2 * tolerance,
            widths[outer]);
    search.minimize(u[outer], !rows.isEquality(outer));
    widths[outer] = search.width;
    u[outer] = search.best.t;
    innerSearch(inner, outer);
    return above[0] && value > floor;
  }

  private LineSearch innerSearch(int row, int other) {
    LineSearch search =
        new LineSearch(
            (t, into) -> {
              u[row] = t;
              into.value = lagrangian.at(u);
              into.slope = lagrangian.slope(row, t);
              into.otherUse = lagrangian.use[other];
            },
            floor,
            tolerance,
            widths[row]);
    search.minimize(u[row], !rows.isEquality(row));
    widths[row] = search.width;
    u[row] = search.best.t;
    value = search.best.value;
    return search;
  }
}
