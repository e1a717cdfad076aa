package io.bosett.solve.decomposition.dual;

import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import io.bosett.solve.decomposition.model.ObjectiveRange;
import io.bosett.solve.decomposition.model.RowLimits;
import io.bosett.solve.decomposition.model.Rows;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Minimizes the Lagrangian dual ({@link Lagrangian}) by block coordinate descent. Persons and
 * selection, minors and their places are two pairs of rows that interact only where minors meet the
 * share: each pair is minimized with the other held, by nested line searches, until a cycle brings
 * nothing. Regions that do not overlap are minimized inside every evaluation ({@link
 * RegionalDual}); for others {@link ShorRAlgorithm}, or with very many rows a {@link BundleMethod},
 * continues from the best global rows. The minimum need not be exact: every u gives a valid bound,
 * and the closing search absorbs the rest.
 */
public final class DualMinimizer {
  private static final int CYCLES = 12;

  /**
   * Persons that are further from the demand than this part of it, beside the best multipliers of
   * minors, mean that descent by pairs has come to rest at a kink instead of the minimum.
   */
  private static final double STALLED = 1.0 / 16;

  /** Multipliers this near to 0, in 10<sup>-6</sup> person, are tried at 0. */
  private static final double NEAR = 1_000;

  private final Lagrangian lagrangian;
  private final RowLimits limits;
  private final double tolerance;
  private final double width;
  private final BooleanSupplier stop;
  private final Rows rows;
  private final boolean nested;

  /** Whether a row has limits that is not the first about its term: the pairs leave it out. */
  private final boolean others;

  private final DualFunction function;
  private final PairSearch search;

  /** A lower bound on the objective of every allocation. */
  private final double floor;

  /** The multipliers, in 10<sup>-6</sup> person. */
  final double[] u;

  /** The value at {@link #u}, as far as known. */
  double value = Double.POSITIVE_INFINITY;

  DualMinimizer(
      Lagrangian lagrangian,
      double[] start,
      double width,
      ObjectiveRange range,
      BooleanSupplier stop) {
    this.lagrangian = lagrangian;
    this.stop = stop;
    this.width = width;
    floor = range.floor();
    limits = lagrangian.limits;
    u = start.clone();
    tolerance = 20_000.0 / Math.max(1, lagrangian.kernel.size());
    double[] widths = new double[limits.count()];
    Arrays.fill(widths, width);
    rows = limits.rows();
    others = hasOthers();
    nested = RegionalDual.fits(lagrangian.groups) && !others;
    BooleanSupplier stopCheck = new SparseStopCheck(lagrangian, stop);
    function =
        nested
            ? new RegionalDual(lagrangian, width, tolerance, range::farthest, stopCheck)
            : lagrangian;
    search =
        new PairSearch(
            into -> function.at(u, into),
            u,
            limits,
            widths,
            floor,
            tolerance,
            range::farthest,
            stopCheck);
  }

  /** Minimizes; false when the value fell below the floor, which proves infeasibility. */
  boolean minimize() {
    double before = Double.POSITIVE_INFINITY;
    for (int cycle = 0; cycle < CYCLES && !stop.getAsBoolean(); cycle++) {
      pair(Term.PERSONS, Term.SELECTED);
      if (value > floor) {
        pair(Term.MINORS, Term.MINORS_PLACES);
      }
      if (value <= floor) {
        return false;
      }
      if (before - value < 4 * tolerance) {
        break;
      }
      before = value;
    }
    if (nested && !stop.getAsBoolean()) {
      settle();
      return value > floor && (!isStalled() || polish());
    }
    boolean done = lagrangian.groups.count() == 1 || !hasRegionRows();
    return nested || (done && !others && !isStalled()) || polish();
  }

  /**
   * Whether persons are far from balanced at the mixture that balances minors. Where gains are
   * linear and the share ties minors to persons, neither pair alone may lead down.
   */
  private boolean isStalled() {
    int persons = rows.of(SharedRule.ALL, Term.PERSONS);
    int minors = rows.of(SharedRule.ALL, Term.MINORS);
    if (limits.isFree(persons) || limits.isFree(minors)) {
      return false;
    }
    double use = search.at.use[Term.PERSONS.ordinal()];
    double slope = Math.abs(limits.slope(persons, u[persons], use));
    return slope > STALLED * Math.max(1, limits.least()[persons]);
  }

  /**
   * Minimizes over all rows at once from where it stands, as pairs stop short where all rows must
   * move together; false when the value fell below the floor. Dearer than the pairs together.
   */
  boolean jointly() {
    value = lagrangian.at(u);
    return polish();
  }

  /** Whether {@link #minimize} ends with pairs, without any descent over all rows at once. */
  static boolean endsWithPairs(Lagrangian lagrangian) {
    RowLimits limits = lagrangian.limits;
    Rows rows = limits.rows();
    for (int row = 0; row < rows.count; row++) {
      if (!rows.free[row] && (rows.isRegional(row) || !rows.isFirst(row))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Recomputes the regions' multipliers for the best point; they are those of the point evaluated
   * last.
   */
  private void settle() {
    DualPoint point = new DualPoint();
    function.at(u, point);
    value = point.value;
  }

  private boolean hasRegionRows() {
    for (int row = 0; row < rows.count; row++) {
      if (rows.isRegional(row) && !rows.free[row]) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOthers() {
    for (int row = 0; row < rows.count; row++) {
      if (!rows.free[row] && !rows.isFirst(row)) {
        return true;
      }
    }
    return false;
  }

  /** Continues on all rows at once; false when the value fell below the floor. */
  private boolean polish() {
    boolean above;
    if (ShorRAlgorithm.activeRows(limits).length <= ShorRAlgorithm.MOST_ROWS) {
      ShorRAlgorithm shorRAlgorithm =
          new ShorRAlgorithm(lagrangian, u, width, tolerance / 4, floor, stop);
      above = shorRAlgorithm.minimize();
      System.arraycopy(shorRAlgorithm.best, 0, u, 0, u.length);
      value = shorRAlgorithm.value;
    } else {
      BundleMethod bundleMethod = new BundleMethod(lagrangian, u, tolerance, floor, stop);
      above = bundleMethod.minimize();
      System.arraycopy(bundleMethod.best, 0, u, 0, u.length);
      value = bundleMethod.value;
    }
    rest();
    return above;
  }

  /**
   * Sets multipliers to 0 for rows whose sums are within their limits, where the dual does not
   * rise: a bundle method only comes near 0.
   */
  private void rest() {
    lagrangian.at(u);
    double[] rested = u.clone();
    for (int row = 0; row < u.length; row++) {
      if (limits.slope(row, 0, lagrangian.use[row]) == 0 && Math.abs(u[row]) < NEAR) {
        rested[row] = 0;
      }
    }
    double then = lagrangian.at(rested);
    if (then < value + tolerance) {
      System.arraycopy(rested, 0, u, 0, u.length);
      value = then;
    }
  }

  private void pair(Term innerTerm, Term outerTerm) {
    int inner = rows.of(SharedRule.ALL, innerTerm);
    int outer = rows.of(SharedRule.ALL, outerTerm);
    if (!limits.isFree(inner)) {
      search.pair(inner, outer);
    } else if (!limits.isFree(outer)) {
      search.line(outer);
    } else {
      return;
    }
    value = search.at.value;
  }
}
