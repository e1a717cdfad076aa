package io.bosett.analysis.conflict;

import io.bosett.model.Demand;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.program.lots.LotArithmetic;
import io.bosett.program.lots.LotWitness;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.ForwardingSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.SolveResult.Stop;
import io.bosett.solve.Solver;
import java.time.Duration;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a program has any assignment, whatever its gains: by bound propagation and the
 * arithmetic of lots, which settle most programs in microseconds, else by another solver with gains
 * made for the search, which ends at the first assignment that it finds. Never says more of an
 * assignment than that it is feasible.
 */
final class FeasibilitySolver extends ForwardingSolver {
  /** The other solver gets at most this part of the remaining time, as more will be asked. */
  private static final int PART = 4;

  private static final SolveResult.Statistics NOTHING =
      new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>());

  private final double[] targets;
  private final Demand demand;

  /**
   * @param solver exact; its word that there is no assignment is believed
   * @param base the scenario's program, whose targets give the search its direction
   * @param demand of the scenario
   */
  FeasibilitySolver(Solver solver, Program base, Demand demand) {
    super(solver);
    this.targets = FeasibilityGains.targets(base);
    this.demand = demand;
  }

  /** The time limit is that of this question and all that follow. */
  @Override
  public SolveResult solve(Program program, SolveOptions options) {
    long end = System.nanoTime() + options.timeLimit().toNanos();
    BooleanSupplier isOver = () -> options.cancel().isRequested() || System.nanoTime() - end >= 0;
    @Nullable Program narrowed = BoundPropagation.of(program);
    if (narrowed == null || LotArithmetic.refutes(narrowed, isOver)) {
      return new SolveResult.Infeasible(null, "", NOTHING);
    }
    @Nullable Assignment quick = LotWitness.of(narrowed, isOver);
    if (quick != null) {
      return new SolveResult.Feasible(quick, null, null, Stop.EXHAUSTED, NOTHING);
    }
    Duration left = Duration.ofNanos(end - System.nanoTime());
    return left.isNegative()
        ? new SolveResult.Unknown(null, null, Stop.TIME_LIMIT, NOTHING)
        : first(FeasibilityGains.on(narrowed, targets, demand), left, options);
  }

  /** The other solver's answer at the first assignment that it finds. */
  private SolveResult first(Program program, Duration left, SolveOptions options) {
    CancellationToken found = new CancellationToken();
    options.cancel().onRequest(found::request);
    SolveResult result =
        solver.solve(
            program,
            options
                .withTimeLimit(left.dividedBy(PART).plusMillis(1))
                .withCancel(found)
                .withProgress((objective, bound) -> stopAt(objective, found)));
    return result instanceof SolveResult.Proven proven
        ? new SolveResult.Feasible(
            proven.assignment(), null, null, Stop.EXHAUSTED, proven.statistics())
        : result;
  }

  private static void stopAt(@Nullable Long objective, CancellationToken found) {
    if (objective != null) {
      found.request();
    }
  }
}
