package io.bosett.solve.ortools;

import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;

/** One back end. */
record OrToolsSolver(Backend backend) implements Solver {
  @Override
  public String name() {
    return backend.title();
  }

  @Override
  public String version() {
    return Release.VERSION;
  }

  @Override
  public SolveResult solve(Program program, SolveOptions options) {
    return new Search(backend, program, options).run();
  }
}
