package io.bosett.solve;

import io.bosett.model.Result.Status;
import io.bosett.program.Assignment;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Variant}.
 *
 * @param status what is known
 * @param assignment the allocation found, or null
 * @param objective of the allocation, in 10<sup>-6</sup> person, or null
 * @param prices multipliers of the best bound known, or null
 * @param certified whether the checker has proven the status from the multipliers
 */
public record VariantAnswer(
    Status status,
    @Nullable Assignment assignment,
    @Nullable Long objective,
    @Nullable ScaledMultipliers prices,
    boolean certified) {
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
