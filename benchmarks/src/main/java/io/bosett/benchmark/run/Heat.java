package io.bosett.benchmark.run;

import io.bosett.model.Result.Proof;
import io.bosett.model.Result.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One solver on one instance, in a process of its own.
 *
 * @param solver its name
 * @param version of the solver
 * @param instance its id
 * @param problem {@link io.bosett.benchmark.instances.Instance#fingerprint}
 * @param candidates how many there are
 * @param timeLimit of one solve, in seconds
 * @param ending how the process came to its end
 * @param detail what went wrong, or whose word the answer rests on
 * @param status of the checked answer, or null when there is none
 * @param proof what the status rests on
 * @param stoppedByLimit whether the time was up
 * @param objective in 10<sup>-6</sup> person
 * @param bound in 10<sup>-6</sup> person
 * @param cold the first solve of the process, or null when it did not end
 * @param warm the repetitions
 * @param counts what the solver counted in its last solve
 * @param allocatedMb by the solving thread in the last solve
 * @param peakMb of the process, most memory resident at once
 * @param peakMbOfChildren the same of the processes that the solver started, added
 * @param evaluation seconds to find the best choice of every candidate once, or 0 if not measured
 * @param trace bound and incumbent over time, of the first solve
 */
public record Heat(
    String commit,
    String solver,
    String version,
    String instance,
    String problem,
    int candidates,
    double timeLimit,
    Ending ending,
    String detail,
    @Nullable Status status,
    @Nullable Proof proof,
    boolean stoppedByLimit,
    @Nullable Long objective,
    @Nullable Long bound,
    @Nullable Timing cold,
    List<Timing> warm,
    Map<String, Long> counts,
    double allocatedMb,
    double peakMb,
    double peakMbOfChildren,
    double evaluation,
    List<Moment> trace)
    implements Line {
  /** How a process came to its end. */
  public enum Ending {
    /** It answered. */
    ANSWERED,
    /** The checker refuted what it answered, or it answered differently when asked again. */
    REFUTED,
    /** The solver broke down, or the process died. */
    CRASHED,
    /** It had to be ended, well after its time limit. */
    KILLED,
    /** The memory of the process was too small. */
    OUT_OF_MEMORY
  }

  /** A point in time at which bound or incumbent got better; seconds since the start. */
  public record Moment(double seconds, @Nullable Long objective, @Nullable Long bound) {}

  /** Whether the answer is a proven optimum or a proof that there is no allocation. */
  public boolean settled() {
    return ending == Ending.ANSWERED && (status == Status.OPTIMAL || status == Status.INFEASIBLE);
  }

  /** The same with another ending. */
  Heat ended(Ending how, String why) {
    return new Heat(
        commit,
        solver,
        version,
        instance,
        problem,
        candidates,
        timeLimit,
        how,
        why,
        status,
        proof,
        stoppedByLimit,
        objective,
        bound,
        cold,
        warm,
        counts,
        allocatedMb,
        peakMb,
        peakMbOfChildren,
        evaluation,
        trace);
  }

  /** The same with peaks of memory. */
  Heat withPeaks(double own, double children) {
    return new Heat(
        commit,
        solver,
        version,
        instance,
        problem,
        candidates,
        timeLimit,
        ending,
        detail,
        status,
        proof,
        stoppedByLimit,
        objective,
        bound,
        cold,
        warm,
        counts,
        allocatedMb,
        own,
        children,
        evaluation,
        trace);
  }
}
