package io.bosett.solve.decomposition.model;

import io.bosett.program.Term;
import io.bosett.solve.SolverFailedException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The exact Lagrangian solution at integer multipliers: every candidate's best choice, a lower
 * bound on the loss of its next choice, the use of every row, and the scaled bound
 *
 * <pre>sum_i v_i
 * + sum_rows worth(row)</pre>
 *
 * whose floor divided by the scale is the certificate's B.
 */
public final class LagrangianSolution {
  private static final int ATTEMPTS = 60;

  public final int[] persons;
  public final int[] minors;
  public final long[] nextLoss;

  /** The sum of every row. */
  public final long[] use;

  public final long[] u;
  public final int scale;
  public final long scaledBound;

  /** The first candidate without an allowed choice, or -1. */
  public final int stuck;

  /** The exact values it was taken from. */
  public final ExactEvaluator exact;

  private LagrangianSolution(int n, Rows rows, ExactEvaluator exact) {
    this.exact = exact;
    persons = new int[n];
    minors = new int[n];
    nextLoss = new long[n];
    u = exact.u;
    scale = exact.scale;
    long sum = 0;
    long[][] sums = new long[exact.groups.count()][Term.COUNT];
    int none = -1;
    FloatingPointFilter floatingPointFilter = new FloatingPointFilter(exact.program, exact.common);
    for (int i = 0; i < n && none < 0; i++) {
      if (exact.isClear(i, floatingPointFilter)) {
        sum = Math.addExact(sum, clear(i, floatingPointFilter, sums));
      } else if (exact.look(i)) {
        sum = Math.addExact(sum, exact.value);
        nextLoss[i] = exact.nextLoss();
        keep(i, exact.x, exact.m, sums[exact.group()]);
      } else {
        none = i;
      }
    }
    stuck = none;
    use = exact.groups.use(sums);
    for (int row = 0; row < rows.count; row++) {
      sum = Math.addExact(sum, rows.worth(row, u[row]));
    }
    scaledBound = sum;
  }

  /** Keeps a choice that is certain in doubles, and returns its value. */
  private long clear(int i, FloatingPointFilter found, long[][] sums) {
    nextLoss[i] = found.scaledLoss(scale);
    keep(i, found.x, found.m, sums[exact.groupOf(i)]);
    return found.x == 0 ? 0 : exact.valueAt(i, found.x, found.m);
  }

  /**
   * Evaluates every candidate once.
   *
   * @throws ArithmeticException when sums overflow: the scale is too large for these gains
   */
  public static LagrangianSolution of(ExactEvaluator exact, Rows rows) {
    return new LagrangianSolution(exact.program.size(), rows, exact);
  }

  /**
   * Evaluates every candidate once at multipliers in 10<sup>-6</sup> person, rounded at the largest
   * scale at which nothing overflows; where even gains alone are too large, at smaller multipliers.
   *
   * @throws SolverFailedException when the gains cannot be summed in integers at all
   * @throws StoppedException when it is time to stop before the end
   */
  public static LagrangianSolution at(
      DecompositionModel model, ObjectiveRange range, double[] u, BooleanSupplier stop) {
    double[] prices = GainScale.shortened(range, u);
    int scale = GainScale.of(range, prices);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return of(
            new ExactEvaluator(model, GainScale.round(prices, scale), scale, stop), model.rows);
      } catch (ArithmeticException e) {
        if (scale == 1) {
          prices = Arrays.stream(prices).map(price -> price / 8).toArray();
        }
        scale = Math.max(1, scale / 8);
      }
    }
    throw new SolverFailedException(
        "decomposition: the gains of " + model.program.size() + " candidates sum beyond 64 bits");
  }

  private void keep(int i, int x, int m, long[] sums) {
    persons[i] = x;
    minors[i] = m;
    Groups.add(sums, x, m);
  }

  /** B: an upper bound on the objective, in 10<sup>-6</sup> person. */
  public long bound() {
    return Math.floorDiv(scaledBound, scale);
  }
}
