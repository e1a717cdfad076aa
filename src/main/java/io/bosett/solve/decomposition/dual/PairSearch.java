package io.bosett.solve.decomposition.dual;

import io.bosett.program.Term;
import io.bosett.solve.decomposition.model.RowLimits;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Minimizes a convex function over one row's multiplier, or over two by nested line searches. The
 * inner minimum is a convex function of the outer multiplier, and the mixed use at it gives the
 * outer slope (Danskin's theorem).
 */
final class PairSearch {
  /** The function at the current multipliers; sets value and uses. */
  @FunctionalInterface
  interface Evaluation {
    void at(DualPoint into);
  }

  private final Evaluation evaluation;
  private final double[] u;
  private final RowLimits limits;
  private final double[] widths;
  private final double floor;
  private final double tolerance;
  private final ToDoubleFunction<Term> farthest;
  private final BooleanSupplier stop;

  /** Value and mixed use at the last minimum. */
  final DualPoint at = new DualPoint();

  /**
   * @param u the multipliers, moved to the minimum
   * @param widths first steps per row, kept up to date
   * @param farthest by term: multipliers beyond this size are not looked at
   * @param stop asks the search to be content with what it has
   */
  PairSearch(
      Evaluation evaluation,
      double[] u,
      RowLimits limits,
      double[] widths,
      double floor,
      double tolerance,
      ToDoubleFunction<Term> farthest,
      BooleanSupplier stop) {
    this.evaluation = evaluation;
    this.u = u;
    this.limits = limits;
    this.widths = widths;
    this.floor = floor;
    this.tolerance = tolerance;
    this.farthest = farthest;
    this.stop = stop;
  }

  /** Minimizes over a row. */
  void line(int row) {
    int term = limits.rows().term[row];
    run(
        row,
        tolerance,
        (t, into) -> {
          u[row] = t;
          evaluation.at(into);
          into.slope = limits.slope(row, t, into.use[term]);
        });
  }

  /** Minimizes over two rows. */
  void pair(int inner, int outer) {
    if (limits.isFree(outer)) {
      line(inner);
      return;
    }
    int term = limits.rows().term[outer];
    run(
        outer,
        2 * tolerance,
        (t, into) -> {
          u[outer] = t;
          line(inner);
          into.set(at);
          into.slope = limits.slope(outer, t, at.use[term]);
        });
    DualPoint mixed = new DualPoint();
    mixed.set(at);
    line(inner);
    mixed.value = at.value;
    at.set(mixed);
  }

  private void run(int row, double within, LineSearch.Function function) {
    LineSearch search =
        new LineSearch(
            function,
            floor,
            within,
            widths[row],
            farthest.applyAsDouble(Term.at(limits.rows().term[row])),
            stop);
    search.minimize(u[row], !limits.isEquality(row));
    widths[row] = search.width;
    u[row] = search.best.t;
    at.set(search.mixed);
    at.value = search.best.value;
  }
}
