package io.bosett.solve.decomposition;

import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.SolverFailedException;
import java.util.TreeMap;

/**
 * The call of the fallback solver on a reduced program, when the closing search has spent its
 * effort ({@code EffortLimits}) or has grown too large ({@code SearchTooLargeException}).
 */
final class FallbackSolve {
  private FallbackSolve() {}

  /**
   * Asks the fallback solver. When it breaks down and an allocation is known already, that
   * allocation stands.
   *
   * @param known whether an allocation is known
   * @throws SolverFailedException when it breaks down and nothing is known
   */
  static SolveResult answer(Solver other, Program rest, SolveOptions options, boolean known) {
    try {
      return other.solve(rest, options);
    } catch (SolverFailedException e) {
      if (!known) {
        throw e;
      }
      return new SolveResult.Unknown(
          null,
          null,
          SolveResult.Stop.EXHAUSTED,
          new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>()));
    }
  }
}
