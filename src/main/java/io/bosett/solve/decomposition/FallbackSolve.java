package io.bosett.solve.decomposition;

import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.SolverFailedException;
import java.util.TreeMap;

/** What another solver says of the rest of a program. */
final class FallbackSolve {
  private FallbackSolve() {}

  /**
   * Asks the other solver. When it breaks down and something is known already, it has said nothing,
   * and what is known stands.
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
