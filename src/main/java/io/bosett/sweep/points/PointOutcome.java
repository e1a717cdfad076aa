package io.bosett.sweep.points;

import io.bosett.model.Result;
import io.bosett.sweep.plan.SweepPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a point.
 *
 * @param point solved
 * @param status of the result, or why there is none
 * @param result null when there is none
 * @param persons of each municipality of the sweep; empty without an allocation
 * @param minors likewise
 * @param against each fixed allocation, in their order; empty without an allocation
 */
public record PointOutcome(
    SweepPoint point,
    Status status,
    @Nullable Result result,
    int[] persons,
    int[] minors,
    List<Distance> against) {
  public PointOutcome {
    against = List.copyOf(against);
  }

  /** The status of a row. */
  public enum Status {
    /** As of a result. */
    OPTIMAL,
    FEASIBLE,
    INFEASIBLE,
    UNKNOWN,
    /** The values make no valid scenario. */
    INVALID,
    /** The checker refuted the answer, or the solver or anything else broke down over the point. */
    DEFECT
  }

  /**
   * The distance of a fixed allocation from the point's optimum.
   *
   * @param loss of gain, in 10<sup>-6</sup> person; null where it cannot be computed
   * @param otherwise persons of the smaller of the two placed elsewhere in the other
   */
  public record Distance(@Nullable Long loss, long otherwise) {}

  /** Whether there is an allocation. */
  public boolean isAllocated() {
    return persons.length > 0;
  }

  /** Whether a limit of effort ended the solve or the checker's search before the proof. */
  public boolean isOutOfEffort() {
    return result != null && result.proof() != Result.Proof.CERTIFIED && !isOutOfTime();
  }

  /** Whether the clock ended the solve. */
  public boolean isOutOfTime() {
    return result != null && result.stopped() == Result.Stopped.TIME_LIMIT;
  }
}
