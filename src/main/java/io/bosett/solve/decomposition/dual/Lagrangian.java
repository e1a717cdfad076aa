package io.bosett.solve.decomposition.dual;

import io.bosett.program.Term;
import io.bosett.solve.decomposition.model.ChoiceKernel;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.Groups;
import io.bosett.solve.decomposition.model.RowLimits;
import java.util.function.BooleanSupplier;

/**
 * The Lagrangian dual function {@code f(u) = sum_rows max over allowed sums of u_row * sum + sum_i
 * v_i(u)} in doubles. It is convex, and for every u an upper bound on the objective; a subgradient
 * for a row is the charged limit less the use. Not thread-safe.
 */
public final class Lagrangian implements DualFunction {
  public final ChoiceKernel kernel;
  final Groups groups;
  public final RowLimits limits;

  /** The sum used of every row at the point evaluated last. */
  final double[] use;

  /** The number of candidate evaluations so far. */
  public long looks;

  /** The sum of each {@link Term} at the point evaluated last. */
  private final double[] totals = new double[Term.COUNT];

  private final double[] prices = new double[Term.COUNT];

  public Lagrangian(ChoiceKernel kernel, Groups groups, RowLimits limits) {
    this.kernel = kernel;
    this.groups = groups;
    this.limits = limits;
    use = new double[limits.count()];
  }

  @Override
  public void at(double[] u, DualPoint into) {
    into.value = at(u);
    into.setUse(totals);
  }

  /** Evaluates f and leaves the use of every row in {@link #use}. */
  public double at(double[] u) {
    for (int row = 0; row < use.length; row++) {
      use[row] = 0;
    }
    for (int t = 0; t < Term.COUNT; t++) {
      totals[t] = 0;
    }
    double f = 0;
    for (int g = 0; g < groups.count(); g++) {
      groups.prices(g, u, prices);
      kernel.group(g, prices);
      f += kernel.value;
      add(g);
    }
    looks += kernel.size();
    for (int row = 0; row < use.length; row++) {
      f += limits.worth(row, u[row]);
    }
    return f;
  }

  private void add(int g) {
    int[] term = limits.rows().term;
    for (int row : groups.rows()[g]) {
      use[row] += kernel.sums[term[row]];
    }
    for (int t = 0; t < Term.COUNT; t++) {
      totals[t] += kernel.sums[t];
    }
  }

  /** The dual over all candidates of a model. */
  public static Lagrangian of(DecompositionModel model) {
    return of(model, () -> false);
  }

  /**
   * The dual over all candidates of a model.
   *
   * @param stop asks an evaluation to end in a {@link
   *     io.bosett.solve.decomposition.model.StoppedException}
   */
  public static Lagrangian of(DecompositionModel model, BooleanSupplier stop) {
    Groups groups = model.groups;
    ChoiceKernel kernel =
        new ChoiceKernel(model.program, model.choice, groups.members(), groups.from(), stop);
    return new Lagrangian(kernel, groups, RowLimits.of(model.rows));
  }
}
