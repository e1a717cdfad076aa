package io.bosett.solve.decomposition;

import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.closing.GapClosingSearch;
import io.bosett.solve.decomposition.dual.DualMinimizer;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import org.jspecify.annotations.Nullable;

/**
 * The default solver: exact, without native code, one thread. Prices the shared rules with
 * Lagrangian multipliers, so that the program falls apart into one small problem per candidate,
 * finds multipliers that make the bound nearly least ({@link DualMinimizer}), takes every
 * candidate's best choice at them ({@link LagrangianSolution}), and closes what gap is left by a
 * search over the few candidates that are not settled ({@link GapClosingSearch}). The same input
 * gives the same answer.
 *
 * <p>Where the search would need too much, the rest, with all settled candidates fixed, goes to
 * another exact solver if one is given.
 */
public final class Decomposition implements Solver {
  /** The name by which this solver is asked for. */
  public static final String NAME = "decomposition";

  private final @Nullable Solver rest;

  /** Without another solver: what the search cannot close stays open. */
  public Decomposition() {
    this(null);
  }

  /** With an exact solver for what the search cannot close. */
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
    return new DecompositionRun(program, options, rest).run();
  }
}
