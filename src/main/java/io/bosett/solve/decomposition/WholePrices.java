package io.bosett.solve.decomposition;

import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import java.util.function.BooleanSupplier;

/**
 * Moves the multipliers of the rules over all candidates to whole gain units where that lowers the
 * bound. The dual's breakpoints in one multiplier are slopes of whole-number gains; gains that are
 * linear on long pieces before rounding are not concave to the last unit, so that a descent on
 * their envelope ends a fraction of a unit beside a breakpoint, which hundreds of equal candidates
 * each lose.
 */
final class WholePrices {
  private WholePrices() {}

  /** The better of a solution and those at whole multipliers; the same where gains are concave. */
  static LagrangianSolution near(
      DecompositionModel model, LagrangianSolution base, BooleanSupplier stop) {
    LagrangianSolution best = base;
    if (base.stuck >= 0 || base.exact.slack == 0) {
      return best;
    }
    for (Term term : Term.values()) {
      int row = model.groups.all().of(SharedRule.ALL, term);
      if (row >= 0 && best.u[row] % best.scale != 0) {
        long below = Math.floorDiv(best.u[row], best.scale) * best.scale;
        best = better(model, best, row, below, stop);
        best = better(model, best, row, below + best.scale, stop);
      }
    }
    return best;
  }

  private static LagrangianSolution better(
      DecompositionModel model,
      LagrangianSolution best,
      int row,
      long price,
      BooleanSupplier stop) {
    long[] u = best.u.clone();
    u[row] = price;
    try {
      LagrangianSolution other =
          LagrangianSolution.of(new ExactEvaluator(model, u, best.scale, stop), model.rows);
      return other.scaledBound < best.scaledBound ? other : best;
    } catch (ArithmeticException beyondLongs) {
      return best;
    }
  }
}
