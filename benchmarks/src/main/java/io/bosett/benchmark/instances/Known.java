package io.bosett.benchmark.instances;

import io.bosett.model.Result.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best that is known of an instance. Every objective was reached by an allocation that the
 * checker confirmed.
 *
 * @param status OPTIMAL, INFEASIBLE, or FEASIBLE when the optimum is not known
 * @param objective the best one, in 10<sup>-6</sup> person; null when there is no allocation
 * @param certified whether the checker confirmed the status from a certificate alone
 * @param by the solvers that showed it
 * @param problem fingerprint of scenario and figures that this is about
 */
public record Known(
    Status status, @Nullable Long objective, boolean certified, List<String> by, String problem) {
  public Known {
    by = List.copyOf(by);
  }
}
