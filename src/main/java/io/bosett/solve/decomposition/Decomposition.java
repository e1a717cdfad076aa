package io.bosett.solve.decomposition;

import io.bosett.program.Program;
import io.bosett.program.lots.ReachableLimits;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.closing.GapClosingSearch;
import io.bosett.solve.decomposition.dual.DualMinimizer;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import org.jspecify.annotations.Nullable;

/**
 * The default solver: Lagrangian relaxation with an exact closing search; single-threaded, without
 * native code. It prices the shared rules with multipliers, so that the program decomposes into one
 * small problem per candidate; minimizes the bound over the multipliers ({@link DualMinimizer});
 * takes every candidate's best choice at them ({@link LagrangianSolution}); and closes the
 * remaining gap by a search over the few open candidates ({@link GapClosingSearch}). Deterministic.
 *
 * <p>Where the search would take too much effort, the reduced program, with all settled candidates
 * fixed, goes to another exact solver if one is given.
 */
public final class Decomposition implements Solver {
  /** The name of this solver. */
  public static final String NAME = "decomposition";

  private final @Nullable Solver rest;

  /** Without a fallback solver: a gap that the search cannot close stays open. */
  public Decomposition() {
    this(null);
  }

  /** With an exact fallback solver for gaps that the search cannot close. */
  public Decomposition(@Nullable Solver rest) {
    this.rest = rest;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public SolveResult solve(Program program, SolveOptions options) {
    Deadline deadline = new Deadline(options);
    // What arithmetic alone refutes, as a rule a matter of microseconds, no limit of time hides.
    Program reachable = ReachableLimits.of(program, deadline.withMomentUnlessCanceled());
    return new DecompositionRun(reachable, options, deadline, rest).run();
  }
}
