package io.bosett.solve.decomposition.dual;

import io.bosett.program.Program;
import io.bosett.solve.decomposition.model.BestChoice;
import io.bosett.solve.decomposition.model.ChoiceKernel;
import io.bosett.solve.decomposition.model.Groups;
import io.bosett.solve.decomposition.model.ObjectiveRange;
import io.bosett.solve.decomposition.model.RowLimits;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The dual of a large program, minimized on a sample with control variates. The sample takes every
 * few candidates one, evenly over the order, with limits scaled down to it. All candidates are then
 * evaluated once at its multipliers, and the sample's limits are shifted by the error of its sums;
 * this repeats until the multipliers settle. The closing search absorbs the remaining error.
 */
final class SampledDual {
  /** The number of candidates from which a sample pays. */
  static final int WORTHWHILE = 10_000;

  private static final int LEAST = 2_000;
  private static final int MOST = 8_000;
  private static final int ROUNDS = 3;

  /** Multipliers that move less than this, in 10<sup>-6</sup> person, are near enough to refine. */
  private static final double NEAR = 2_000;

  private final Lagrangian all;
  private final Lagrangian drawn;
  private final double share;
  private final ObjectiveRange range;
  private final BooleanSupplier stop;

  private boolean rests;
  private double lastMove = Double.POSITIVE_INFINITY;

  /** The multipliers. */
  double[] u;

  SampledDual(
      Program program,
      BestChoice choice,
      Lagrangian all,
      double[] start,
      ObjectiveRange range,
      BooleanSupplier stop) {
    this.all = all;
    this.range = range;
    this.stop = stop;
    u = start;
    int n = program.size();
    int stride = Math.max(1, n / Math.max(LEAST, Math.min(MOST, n / 20)));
    int[] from = new int[all.groups.count() + 1];
    int[] candidates = new int[n / stride + all.groups.count() + 1];
    int count = 0;
    for (int g = 0; g < all.groups.count(); g++) {
      int begin = all.groups.from()[g];
      int end = all.groups.from()[g + 1];
      for (int k = begin + Math.min(stride / 2, (end - begin) / 2); k < end; k += stride) {
        candidates[count++] = all.kernel.members[k];
      }
      from[g + 1] = count;
    }
    int[] members = Arrays.copyOf(candidates, count);
    share = (double) count / n;
    ChoiceKernel kernel = new ChoiceKernel(program, choice, members, from, stop);
    Groups groups = all.groups.with(members, from);
    RowLimits limits = all.limits;
    drawn =
        new Lagrangian(
            kernel,
            groups,
            new RowLimits(limits.least().clone(), limits.most().clone(), limits.rows()));
  }

  /** Minimizes; false when a full evaluation fell below the floor. */
  boolean minimize(double width) {
    double step = width;
    for (int round = 0; round < ROUNDS && !stop.getAsBoolean(); round++) {
      double value = all.at(u);
      if (value <= range.floor()) {
        return false;
      }
      shift();
      DualMinimizer dualMinimizer = new DualMinimizer(drawn, u, step, range.scaled(share), stop);
      dualMinimizer.minimize();
      double moved = 0;
      for (int row = 0; row < u.length; row++) {
        moved = Math.max(moved, Math.abs(u[row] - dualMinimizer.u[row]));
      }
      u = dualMinimizer.u;
      lastMove = moved;
      if (moved < NEAR) {
        break;
      }
      step = Math.max(moved / 4, 1);
    }
    if (stop.getAsBoolean()) {
      return true;
    }
    BroydenRefinement broydenRefinement = new BroydenRefinement(all, drawn, share, u);
    rests = broydenRefinement.run(stop);
    u = broydenRefinement.u;
    all.looks += drawn.looks;
    return true;
  }

  /** How far the multipliers moved in the last round. */
  double lastMove() {
    return lastMove;
  }

  /** Whether the multipliers have settled with the sums as they should be. */
  boolean rests() {
    return rests;
  }

  /** Shifts the sample's limits by the error of its sums at the current multipliers. */
  private void shift() {
    drawn.at(u);
    for (int row = 0; row < u.length; row++) {
      double off = drawn.use[row] - share * all.use[row];
      drawn.limits.least()[row] = all.limits.least()[row] * share + off;
      drawn.limits.most()[row] = all.limits.most()[row] * share + off;
    }
  }
}
