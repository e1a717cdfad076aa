package io.bosett.program;

import io.bosett.model.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a scenario that differs from a compiled one only in the weights of its criteria:
 * figures, targets and ranges stay, so that thousands of weights can be tried. The program is
 * exactly the one that {@link Compiler} makes.
 */
public final class Reweighting {
  private Reweighting() {}

  /**
   * The program of a scenario with other weights.
   *
   * @param base the program of the scenario with its weights as they were
   * @param varied the same scenario but for the weights
   * @return null where a weight has become 0 or is 0 no longer, for targets of 0 then forbid other
   *     candidates, or where the scenario would be an error: it must be compiled
   */
  public static @Nullable Program of(Program base, Scenario varied) {
    Targets before = base.targets();
    double[] weights = Weights.normalized(varied.criteria());
    if (!isSameSupport(before.weights(), weights)) {
      return null;
    }
    Targets targets = before.withWeights(weights);
    GainFunctions worth = GainFunctions.of(varied, targets);
    ViolationCollector faults = new ViolationCollector(List.of());
    new GainFaults(base.candidates(), faults).find(worth, base.changeCost());
    return faults.isEmpty() ? base.withTargets(worth.persons(), worth.minors(), targets) : null;
  }

  private static boolean isSameSupport(double[] one, double[] other) {
    boolean same = one.length == other.length;
    for (int c = 0; same && c < one.length; c++) {
      same = one[c] > 0 == other[c] > 0;
    }
    return same;
  }
}
