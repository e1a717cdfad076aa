package io.bosett.service;

import io.bosett.program.Program;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.ForwardingSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import java.util.TreeMap;

/** A solver decorator that combines two cancellation tokens: it stops when either is canceled. */
final class CancelableSolver extends ForwardingSolver {
  private final CancellationToken outer;

  /**
   * @param outer the additional token
   */
  CancelableSolver(Solver solver, CancellationToken outer) {
    super(solver);
    this.outer = outer;
  }

  @Override
  public SolveResult solve(Program program, SolveOptions options) {
    if (outer.isRequested()) {
      return new SolveResult.Unknown(
          null,
          null,
          SolveResult.Stop.CANCELED,
          new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>()));
    }
    outer.onRequest(options.cancel()::request);
    return solver.solve(program, options);
  }
}
