package io.bosett.solve.decomposition;

import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.ObjectiveRange;
import io.bosett.solve.decomposition.model.StoppedException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Shortens a proof of infeasibility that {@link DecompositionRun} has found, a dual ray: scaled up
 * its multipliers always prove it, and scaled down often still; short ones keep certificates within
 * exact integers.
 */
final class InfeasibilityRay {
  /** Multipliers up to this many 10<sup>-6</sup> person are short enough. */
  private static final double SHORT = 1e9;

  private InfeasibilityRay() {}

  /** Halves multipliers as long as their bound stays below the floor, and time remains. */
  static LagrangianSolution shortest(
      DecompositionModel model,
      ObjectiveRange range,
      double[] u,
      LagrangianSolution base,
      BooleanSupplier stop) {
    LagrangianSolution shortest = base;
    double[] half = u;
    while (longest(half) > SHORT && !stop.getAsBoolean()) {
      half = Arrays.stream(half).map(price -> price / 2).toArray();
      try {
        LagrangianSolution next = LagrangianSolution.at(model, range, half, stop);
        if (next.bound() >= Math.floor(range.floor())) {
          return shortest;
        }
        shortest = next;
      } catch (StoppedException e) {
        return shortest;
      }
    }
    return shortest;
  }

  private static double longest(double[] u) {
    return Arrays.stream(u).map(Math::abs).max().orElse(0);
  }
}
