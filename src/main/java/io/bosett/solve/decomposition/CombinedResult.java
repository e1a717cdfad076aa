package io.bosett.solve.decomposition;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveResult;
import org.jspecify.annotations.Nullable;

/**
 * Combines the incumbent and bound of the decomposition with another solver's answer on the reduced
 * program.
 */
record CombinedResult(
    Program program,
    @Nullable Assignment incumbent,
    long bound,
    ScaledMultipliers prices,
    SolveResult.Statistics statistics) {
  /** The combined result; {@code who} names the other solver and what it was given. */
  SolveResult with(SolveResult answer, String who) {
    if (answer instanceof SolveResult.Proven proven) {
      return proven(better(proven.assignment()), who);
    } else if (answer instanceof SolveResult.Infeasible) {
      return incumbent == null
          ? new SolveResult.Infeasible(prices, who, statistics)
          : proven(incumbent, who);
    } else if (answer instanceof SolveResult.Feasible feasible) {
      return new SolveResult.Feasible(
          better(feasible.assignment()),
          least(feasible.bound()),
          prices,
          feasible.stop(),
          statistics);
    }
    SolveResult.Unknown unknown = (SolveResult.Unknown) answer;
    return incumbent == null
        ? new SolveResult.Unknown(least(unknown.bound()), prices, unknown.stop(), statistics)
        : new SolveResult.Feasible(
            incumbent, least(unknown.bound()), prices, unknown.stop(), statistics);
  }

  private SolveResult proven(Assignment best, String who) {
    return new SolveResult.Proven(best, prices, who, statistics);
  }

  private Assignment better(Assignment found) {
    return incumbent != null && program.objective(incumbent) >= program.objective(found)
        ? incumbent
        : found;
  }

  /** The least bound: the other solver's bound holds for everything better than the incumbent. */
  private long least(@Nullable Long otherBound) {
    if (otherBound == null) {
      return bound;
    }
    long other =
        incumbent == null ? otherBound : Math.max(otherBound, program.objective(incumbent));
    return Math.min(bound, other);
  }
}
