package io.bosett.solve.decomposition.dual;

import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.ObjectiveRange;
import io.bosett.solve.decomposition.model.StoppedException;
import java.util.function.BooleanSupplier;

/**
 * Finds multipliers for a program: by a sampled dual when there are many candidates, else directly.
 */
public final class MultiplierSearch {
  private final DecompositionModel model;
  private final Lagrangian lagrangian;
  private final double width;
  private final BooleanSupplier stop;
  private double[] u;

  /** The range of the objective over all allocations. */
  public final ObjectiveRange range;

  /**
   * @param start multipliers to start from
   * @param width first step of every multiplier
   */
  public MultiplierSearch(
      DecompositionModel model,
      Lagrangian lagrangian,
      double[] start,
      double width,
      BooleanSupplier stop) {
    this.model = model;
    this.lagrangian = lagrangian;
    this.width = width;
    this.stop = stop;
    u = start;
    range = ObjectiveRange.of(model.program);
  }

  /** The multipliers, in 10<sup>-6</sup> person. */
  public double[] u() {
    return u;
  }

  /**
   * Minimizes the dual; false when it fell below the floor, which proves infeasibility. It ends
   * early when it is time to stop, with multipliers that are valid all the same.
   */
  public boolean minimize() {
    try {
      return minimized();
    } catch (StoppedException e) {
      return true;
    }
  }

  private boolean minimized() {
    if (model.program.size() < SampledDual.WORTHWHILE) {
      return direct(width);
    }
    SampledDual sampledDual =
        new SampledDual(model.program, model.choice, lagrangian, u, range, stop);
    boolean mayExist = sampledDual.minimize(width);
    u = sampledDual.u;
    if (!mayExist || sampledDual.rests()) {
      return mayExist;
    }
    return direct(sampledDual.lastMove());
  }

  /** Whether {@link #jointly} may find better multipliers than {@link #minimize} has. */
  public boolean mayDescendJointly() {
    return model.program.size() < SampledDual.WORTHWHILE && DualMinimizer.endsWithPairs(lagrangian);
  }

  /**
   * Goes on from the multipliers found over all rows at once; false when the dual fell below the
   * floor, which proves infeasibility.
   */
  public boolean jointly() {
    DualMinimizer dualMinimizer = new DualMinimizer(lagrangian, u, width, range, stop);
    boolean mayExist = dualMinimizer.jointly();
    u = dualMinimizer.u;
    return mayExist;
  }

  private boolean direct(double step) {
    DualMinimizer dualMinimizer = new DualMinimizer(lagrangian, u, step, range, stop);
    try {
      return dualMinimizer.minimize();
    } finally {
      u = dualMinimizer.u;
    }
  }
}
