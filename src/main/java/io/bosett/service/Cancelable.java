package io.bosett.service;

import io.bosett.program.Program;
import io.bosett.solve.Cancel;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import java.util.TreeMap;

/**
 * A solver that also stops when somebody further out asks.
 *
 * @param solver that does the work
 * @param outer asked from further out
 */
record Cancelable(Solver solver, Cancel outer) implements Solver {
  @Override
  public String name() {
    return solver.name();
  }

  @Override
  public String version() {
    return solver.version();
  }

  @Override
  public boolean isExact() {
    return solver.isExact();
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
