package io.bosett.solve.decomposition;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.program.curve.LongRange;
import io.bosett.program.lots.LotArithmetic;
import io.bosett.program.lots.LotWitness;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.closing.BeamSearch;
import io.bosett.solve.decomposition.closing.EffortCounter;
import io.bosett.solve.decomposition.closing.GapClosingSearch;
import io.bosett.solve.decomposition.closing.ReducedProgram;
import io.bosett.solve.decomposition.closing.SearchTooLargeException;
import io.bosett.solve.decomposition.closing.TiedChoices;
import io.bosett.solve.decomposition.dual.Lagrangian;
import io.bosett.solve.decomposition.dual.MultiplierSearch;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.GainScale;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.ObjectiveRange;
import io.bosett.solve.decomposition.model.Rows;
import io.bosett.solve.decomposition.model.StoppedException;
import java.time.Duration;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One run of the default solver, from the dual to the answer. It proves the optimum, or proves
 * infeasibility in one of three ways: a candidate without any choice, a bound below every possible
 * objective, or an exhausted closing search. It ends early at the solve's time limit or when it is
 * canceled.
 */
public final class DecompositionRun {
  /** The first budget of the closing search, in 10<sup>-6</sup> person. */
  private static final long FIRST_BUDGET = 4_000;

  /** The first step of a multiplier at a cold start, in 10<sup>-6</sup> person. */
  public static final double COLD_STEP = 50_000;

  /** The first step of a multiplier at a warm start, from the multipliers of a similar program. */
  private static final double WARM_STEP = 2_000;

  private final Program program;
  private final SolveOptions options;
  private final @Nullable Solver other;
  private final DecompositionModel model;
  private final Lagrangian lagrangian;
  private final Rows rows;
  private final Deadline deadline;
  private final BooleanSupplier stop;
  private final SortedMap<String, Duration> phases = new TreeMap<>();
  private final SortedMap<String, Long> counts = new TreeMap<>();
  private long phaseStart = System.nanoTime();

  /** An allocation found without search, for when the search finds none. */
  private @Nullable Assignment spare;

  DecompositionRun(
      Program program, SolveOptions options, Deadline deadline, @Nullable Solver other) {
    this.program = program;
    this.options = options;
    this.deadline = deadline;
    this.other = other;
    model = new DecompositionModel(program);
    rows = model.rows;
    stop = deadline::isReached;
    lagrangian = Lagrangian.of(model, stop);
  }

  SolveResult run() {
    double[] start = new double[rows.count];
    double width = COLD_STEP;
    if (options.start() != null) {
      start = rows.start(options.start(), lagrangian.limits);
      width = WARM_STEP;
    }
    lap("frame");
    if (isLongAndUnreachable()) {
      return unreachable(1);
    }
    MultiplierSearch multiplierSearch =
        new MultiplierSearch(model, lagrangian, start, width, this::isLongEnough);
    boolean mayExist = multiplierSearch.minimize();
    lap("dual");
    try {
      return exactly(multiplierSearch, mayExist);
    } catch (StoppedException e) {
      return stopped(multiplierSearch);
    }
  }

  /**
   * Whether ranges are so long that pricing them is slow, and the lots alone refute the program.
   */
  private boolean isLongAndUnreachable() {
    return IntStream.range(0, program.size()).anyMatch(i -> LongRange.is(program, i))
        && LotArithmetic.refutes(program, deadline.withMomentUnlessCanceled());
  }

  /** Whether the descent must end: a limit of effort, or else of time. */
  private boolean isLongEnough() {
    return evaluations() > options.effort().evaluations() || stop.getAsBoolean();
  }

  private long evaluations() {
    return lagrangian.looks / Math.max(1, program.size());
  }

  /**
   * The result when time is up in the middle of a pass over all candidates: only multipliers are
   * known.
   */
  private SolveResult stopped(MultiplierSearch multiplierSearch) {
    double[] u = GainScale.shortened(multiplierSearch.range, multiplierSearch.u());
    int scale = GainScale.of(multiplierSearch.range, u);
    ScaledMultipliers prices =
        new ScaledMultipliers(scale, rows.inOrder(GainScale.round(u, scale)));
    SolveResult.Stop why =
        options.cancel().isRequested() ? SolveResult.Stop.CANCELED : SolveResult.Stop.TIME_LIMIT;
    return new SolveResult.Unknown(null, prices, why, statistics());
  }

  private SolveResult exactly(MultiplierSearch multiplierSearch, boolean mayExist) {
    LagrangianSolution base = at(multiplierSearch);
    lap("exact");
    SolveResult refuted = refuted(multiplierSearch, mayExist, base);
    if (refuted != null) {
      return refuted;
    }
    options.progress().report(null, base.bound());
    double floor = Math.floor(multiplierSearch.range.floor());
    if (!multiplierSearch.mayDescendJointly()) {
      return close(search(base, floor, options.effort().options()), base);
    }
    GapClosingSearch first = search(base, floor, EffortCounter.FIRST);
    SolveResult closed = closed(first, base);
    return closed == null ? jointly(multiplierSearch, first, base) : closed;
  }

  private LagrangianSolution at(MultiplierSearch multiplierSearch) {
    LagrangianSolution base =
        LagrangianSolution.at(model, multiplierSearch.range, multiplierSearch.u(), stop);
    LagrangianSolution whole = WholePrices.near(model, base, stop);
    return TiedChoices.areMany(whole.exact)
        ? BreakpointPrices.near(program, model, whole, stop)
        : whole;
  }

  /** A proof of infeasibility without a search, or null. */
  private @Nullable SolveResult refuted(
      MultiplierSearch multiplierSearch, boolean mayExist, LagrangianSolution base) {
    if (base.stuck >= 0) {
      String id = program.candidates().ids()[base.stuck];
      String claim = "decomposition: candidate '" + id + "' has no allowed choice";
      return new SolveResult.Infeasible(prices(base), claim, statistics());
    }
    ObjectiveRange range = multiplierSearch.range;
    if (!mayExist && base.bound() < Math.floor(range.floor())) {
      LagrangianSolution ray =
          InfeasibilityRay.shortest(model, range, multiplierSearch.u(), base, stop);
      String claim = "decomposition: the bound is below every possible objective";
      return new SolveResult.Infeasible(prices(ray), claim, statistics());
    }
    return null;
  }

  /** Closes the gap from the multipliers of a descent over all rows at once. */
  private SolveResult jointly(
      MultiplierSearch multiplierSearch, GapClosingSearch first, LagrangianSolution before) {
    LagrangianSolution base;
    try {
      boolean mayExist = multiplierSearch.jointly();
      lap("dual");
      base = at(multiplierSearch);
      SolveResult refuted = refuted(multiplierSearch, mayExist, base);
      if (refuted != null) {
        return refuted;
      }
    } catch (StoppedException e) {
      return handOver(before, first);
    }
    double floor = Math.floor(multiplierSearch.range.floor());
    GapClosingSearch second = search(base, floor, options.effort().options());
    second.begin(first.incumbent);
    second.labels += first.labels;
    return close(second, base);
  }

  private GapClosingSearch search(LagrangianSolution base, double floor, long effort) {
    return new GapClosingSearch(base.exact, base, rows, floor, effort, stop);
  }

  private SolveResult close(GapClosingSearch search, LagrangianSolution base) {
    SolveResult closed = closed(search, base);
    if (closed != null) {
      return closed;
    }
    return search.incumbent == null && search.isUnreachable()
        ? unreachable(base.scale)
        : handOver(base, search);
  }

  /** The answer of a search, or null when it gave up. */
  private @Nullable SolveResult closed(GapClosingSearch search, LagrangianSolution base) {
    try {
      if (TiedChoices.areMany(base.exact)) {
        spare = TiedChoices.witness(base.exact, base, stop);
        if (spare != null && program.objective(spare) == base.bound()) {
          search.begin(spare);
          count(search);
          return proven(base, search);
        }
      }
      GapClosingSearch.End end = search.search(FIRST_BUDGET * base.exact.scale);
      count(search);
      return switch (end) {
        case OPTIMAL -> proven(base, search);
        case UNREACHABLE -> unreachable(base.scale);
        case INFEASIBLE ->
            new SolveResult.Infeasible(
                prices(base), "decomposition: a search over all choices", statistics());
      };
    } catch (SearchTooLargeException | StoppedException e) {
      return null;
    }
  }

  /** Infeasible whatever the multipliers, which are 0 then. */
  private SolveResult unreachable(int scale) {
    ScaledMultipliers none = new ScaledMultipliers(scale, new long[program.rules().size()]);
    String claim = "decomposition: municipalities that take nobody or a lot reach no such sums";
    return new SolveResult.Infeasible(none, claim, statistics());
  }

  private SolveResult proven(LagrangianSolution base, GapClosingSearch gapClosingSearch) {
    Assignment best = Objects.requireNonNull(gapClosingSearch.incumbent);
    options.progress().report(program.objective(best), program.objective(best));
    return new SolveResult.Proven(
        best,
        prices(base),
        "decomposition: a search over " + gapClosingSearch.open + " open items",
        statistics());
  }

  private void count(GapClosingSearch gapClosingSearch) {
    lap("closing");
    counts.put("labels", gapClosingSearch.labels);
    counts.put("open", (long) gapClosingSearch.open);
    counts.put("evaluations", evaluations());
  }

  /**
   * The search is too large: finds a feasible allocation by beam search and hands the rest to the
   * fallback solver.
   */
  private SolveResult handOver(LagrangianSolution base, GapClosingSearch gapClosingSearch) {
    ExactEvaluator exact = base.exact;
    BeamSearch.find(gapClosingSearch, exact.scale, stop);
    if (gapClosingSearch.incumbent == null) {
      gapClosingSearch.begin(spare != null ? spare : LotWitness.of(program, deadline.withMoment()));
    }
    count(gapClosingSearch);
    if (gapClosingSearch.incumbent != null) {
      options.progress().report(program.objective(gapClosingSearch.incumbent), base.bound());
    }
    if (gapClosingSearch.incumbent != null
        && program.objective(gapClosingSearch.incumbent) == base.bound()) {
      return proven(base, gapClosingSearch);
    }
    if (other == null || stop.getAsBoolean()) {
      return unfinished(base, gapClosingSearch.incumbent, base.bound());
    }
    boolean any = gapClosingSearch.incumbent != null;
    ReducedProgram.Rest rest;
    try {
      rest =
          any
              ? ReducedProgram.of(
                  exact, base, gapClosingSearch.lossBudgets(gapClosingSearch.incumbentLoss - 1))
              : new ReducedProgram.Rest(program, program.size());
    } catch (StoppedException e) {
      return unfinished(base, gapClosingSearch.incumbent, base.bound());
    }
    counts.put("rest", (long) rest.open());
    SolveOptions ofRest = options.withTimeLimit(deadline.left());
    SolveResult answer = FallbackSolve.answer(other, rest.program(), ofRest, any);
    lap("rest");
    return new CombinedResult(
            program, gapClosingSearch.incumbent, base.bound(), prices(base), statistics())
        .with(answer, other.name() + " for " + rest.open() + " candidates");
  }

  private SolveResult unfinished(
      LagrangianSolution base, @Nullable Assignment incumbent, long bound) {
    SolveResult.Stop why =
        options.cancel().isRequested()
            ? SolveResult.Stop.CANCELED
            : stop.getAsBoolean() ? SolveResult.Stop.TIME_LIMIT : SolveResult.Stop.EXHAUSTED;
    return incumbent == null
        ? new SolveResult.Unknown(bound, prices(base), why, statistics())
        : new SolveResult.Feasible(incumbent, bound, prices(base), why, statistics());
  }

  private ScaledMultipliers prices(LagrangianSolution base) {
    return new ScaledMultipliers(base.scale, rows.inOrder(base.u));
  }

  private void lap(String phase) {
    long now = System.nanoTime();
    phases.merge(phase, Duration.ofNanos(now - phaseStart), Duration::plus);
    phaseStart = now;
  }

  private SolveResult.Statistics statistics() {
    return new SolveResult.Statistics(phases, counts);
  }
}
