package io.bosett.solve;

import io.bosett.model.Result.Status;
import io.bosett.program.Assignment;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Variant}, or to the question whether there is any allocation.
 *
 * @param status what is known
 * @param assignment the allocation found, or null
 * @param objective of the allocation, in 10<sup>-6</sup> person, or null
 * @param prices multipliers of the best bound known, or null
 * @param certified whether the checker has proven the status: an optimum, or that there is no
 *     allocation, from the multipliers; that there is one by looking at it
 */
public record VariantAnswer(
    Status status,
    @Nullable Assignment assignment,
    @Nullable Long objective,
    @Nullable ScaledMultipliers prices,
    boolean certified) {
  /** The assignment that a solver has found, or null. */
  static @Nullable Assignment assignment(SolveResult found) {
    if (found instanceof SolveResult.Proven proven) {
      return proven.assignment();
    }
    return found instanceof SolveResult.Feasible feasible ? feasible.assignment() : null;
  }

  /** Whether the allocation is proven optimal. */
  public boolean isOptimal() {
    return status == Status.OPTIMAL;
  }

  /** Whether it is proven that there is no allocation. */
  public boolean isInfeasible() {
    return status == Status.INFEASIBLE;
  }

  /** Whether optimum or infeasibility is proven, rather than a limit reached. */
  public boolean isProven() {
    return isOptimal() || isInfeasible();
  }
}
