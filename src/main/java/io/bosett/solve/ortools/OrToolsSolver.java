package io.bosett.solve.ortools;

import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;

/** A solver that runs one back end of OR-Tools. */
record OrToolsSolver(Backend backend) implements Solver {
  @Override
  public String name() {
    return backend.title();
  }

  @Override
  public String version() {
    return OrToolsVersion.VERSION;
  }

  @Override
  public SolveResult solve(Program program, SolveOptions options) {
    return BackendSolve.solve(backend, program, options);
  }
}
