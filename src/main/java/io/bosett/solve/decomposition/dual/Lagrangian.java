package io.bosett.solve.decomposition.dual;

import io.bosett.solve.decomposition.model.ChoiceKernel;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.Groups;
import io.bosett.solve.decomposition.model.RowLimits;
import io.bosett.solve.decomposition.model.Rows;
import java.util.Arrays;

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

  private final double[] perPerson;
  private final double[] perPlace;
  private final double[] perMinor;

  public Lagrangian(ChoiceKernel kernel, Groups groups, RowLimits limits) {
    this.kernel = kernel;
    this.groups = groups;
    this.limits = limits;
    use = new double[limits.count()];
    perPerson = new double[groups.count()];
    perPlace = new double[groups.count()];
    perMinor = new double[groups.count()];
  }

  @Override
  public void at(double[] u, DualPoint into) {
    into.value = at(u);
    System.arraycopy(use, 0, into.use, 0, into.use.length);
  }

  /** Evaluates f and leaves the use of every row in {@link #use}. */
  public double at(double[] u) {
    groups.prices(u, Rows.PERSONS, 0, perPerson);
    groups.prices(u, Rows.MINORS, 1, perMinor);
    groups.prices(u, Rows.SELECTED, 2, perPlace);
    Arrays.fill(use, 0);
    double f = 0;
    for (int g = 0; g < groups.count(); g++) {
      kernel.group(g, perPerson[g], perPlace[g], perMinor[g], u[Rows.PLACES]);
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
    use[Rows.PERSONS] += kernel.persons;
    use[Rows.MINORS] += kernel.minors;
    use[Rows.SELECTED] += kernel.selected;
    use[Rows.PLACES] += kernel.places;
    for (int region : groups.regions()[g]) {
      use[Rows.persons(region)] += kernel.persons;
      use[Rows.minors(region)] += kernel.minors;
      use[Rows.selected(region)] += kernel.selected;
    }
  }

  /** The dual over all candidates of a model. */
  public static Lagrangian of(DecompositionModel model) {
    Groups groups = model.groups;
    ChoiceKernel kernel =
        new ChoiceKernel(model.program, model.choice, groups.members(), groups.from());
    return new Lagrangian(kernel, groups, RowLimits.of(model.rows));
  }
}
