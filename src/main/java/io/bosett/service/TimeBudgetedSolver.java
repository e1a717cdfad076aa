package io.bosett.service;

import io.bosett.program.Program;
import io.bosett.solve.ForwardingSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import java.time.Duration;
import java.util.TreeMap;

/** A solver decorator that gives all solves together one time budget. */
final class TimeBudgetedSolver extends ForwardingSolver {
  private final long end;
  private boolean exhausted;

  /**
   * @param budget wall time from now on
   */
  TimeBudgetedSolver(Solver solver, Duration budget) {
    super(solver);
    this.end = System.nanoTime() + budget.toNanos();
  }

  /** Whether the budget cut a solve short. */
  boolean isExhausted() {
    return exhausted;
  }

  @Override
  public SolveResult solve(Program program, SolveOptions options) {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.isNegative() || left.isZero() || options.cancel().isRequested()) {
      exhausted = true;
      return new SolveResult.Unknown(
          null,
          null,
          SolveResult.Stop.TIME_LIMIT,
          new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>()));
    }
    boolean cuts = left.compareTo(options.timeLimit()) < 0;
    SolveResult result = solver.solve(program, cuts ? options.withTimeLimit(left) : options);
    exhausted |= System.nanoTime() - end >= 0;
    return result;
  }
}
