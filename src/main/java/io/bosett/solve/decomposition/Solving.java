package io.bosett.solve.decomposition;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.solve.Prices;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One solve by decomposition, from the dual to the answer. */
final class Solving {
  /** Where the budget of the closing search starts, in 10<sup>-6</sup> person. */
  private static final long FIRST_BUDGET = 4_000;

  /** First step of a multiplier without anything to start from, in 10<sup>-6</sup> person. */
  static final double COLD_STEP = 50_000;

  /** First step of a multiplier from the prices of a similar program. */
  private static final double WARM_STEP = 2_000;

  private final Program program;
  private final SolveOptions options;
  private final @Nullable Solver other;
  private final Frame frame;
  private final Lagrangian lagrangian;
  private final Rows rows;
  private final long deadline;
  private final BooleanSupplier stop;
  private final SortedMap<String, Duration> phases = new TreeMap<>();
  private final SortedMap<String, Long> counts = new TreeMap<>();
  private long phaseStart = System.nanoTime();

  Solving(Program program, SolveOptions options, @Nullable Solver other) {
    this.program = program;
    this.options = options;
    this.other = other;
    frame = new Frame(program);
    lagrangian = frame.lagrangian();
    rows = frame.rows;
    deadline = phaseStart + options.timeLimit().toNanos();
    stop = () -> options.cancel().isRequested() || System.nanoTime() - deadline > 0;
  }

  SolveResult run() {
    double[] start = new double[rows.count];
    double width = COLD_STEP;
    if (options.start() != null) {
      start = rows.start(options.start(), lagrangian.limits);
      width = WARM_STEP;
    }
    lap("frame");
    Descent descent = new Descent(frame, lagrangian, start, width, stop);
    boolean mayExist = descent.minimize();
    lap("dual");
    try {
      return exactly(descent, mayExist);
    } catch (StoppedException e) {
      return stopped(descent);
    }
  }

  /** Time was up in the middle of a pass over all candidates: nothing is known but multipliers. */
  private SolveResult stopped(Descent descent) {
    double[] u = Scale.shortened(descent.range, descent.u());
    int scale = Scale.of(descent.range, u);
    Prices prices = new Prices(scale, rows.named(Scale.round(u, scale)));
    SolveResult.Stop why =
        options.cancel().isRequested() ? SolveResult.Stop.CANCELED : SolveResult.Stop.TIME_LIMIT;
    return new SolveResult.Unknown(null, prices, why, statistics());
  }

  private SolveResult exactly(Descent descent, boolean mayExist) {
    double[] u = descent.u();
    Base base = Base.at(frame, descent.range, u, stop);
    lap("exact");
    if (base.stuck >= 0) {
      String id = program.candidates().ids()[base.stuck];
      return new SolveResult.Infeasible(
          prices(base),
          "decomposition: candidate '" + id + "' has no allowed choice",
          statistics());
    }
    double floor = Math.floor(descent.range.floor());
    if (!mayExist && base.bound() < floor) {
      base = Ray.shortest(frame, descent.range, u, base, stop);
      return new SolveResult.Infeasible(
          prices(base), "decomposition: the bound is below every possible objective", statistics());
    }
    options.progress().report(null, base.bound());
    return close(base.exact, base, floor);
  }

  private SolveResult close(Exact exact, Base base, double floor) {
    Closing closing = new Closing(exact, base, rows, floor, stop);
    try {
      Closing.End end = closing.search(FIRST_BUDGET * exact.scale);
      count(closing);
      return end == Closing.End.OPTIMAL
          ? proven(base, closing)
          : new SolveResult.Infeasible(
              prices(base), "decomposition: a search over all choices", statistics());
    } catch (SearchTooLargeException | StoppedException e) {
      return handOver(exact, base, closing);
    }
  }

  private SolveResult proven(Base base, Closing closing) {
    Assignment best = closing.incumbent;
    options.progress().report(program.objective(best), program.objective(best));
    return new SolveResult.Proven(
        best,
        prices(base),
        "decomposition: a search over " + closing.open + " open items",
        statistics());
  }

  private void count(Closing closing) {
    lap("closing");
    counts.put("labels", closing.labels);
    counts.put("open", (long) closing.open);
    counts.put("evaluations", lagrangian.looks / Math.max(1, program.size()));
  }

  /** The search is too large: finds some allocation, and lets another solver decide on the rest. */
  private SolveResult handOver(Exact exact, Base base, Closing closing) {
    Incumbents.find(closing, exact.scale, stop);
    count(closing);
    if (closing.incumbent != null) {
      options.progress().report(program.objective(closing.incumbent), base.bound());
    }
    if (closing.incumbent != null && program.objective(closing.incumbent) == base.bound()) {
      return proven(base, closing);
    }
    if (other == null || stop.getAsBoolean()) {
      return unfinished(base, closing.incumbent, base.bound());
    }
    boolean any = closing.incumbent != null;
    Narrowed.Rest rest;
    try {
      rest =
          any
              ? Narrowed.of(exact, base, closing.allowance(closing.incumbentLoss - 1))
              : new Narrowed.Rest(program, program.size());
    } catch (StoppedException e) {
      return unfinished(base, closing.incumbent, base.bound());
    }
    long left = Math.max(1, deadline - System.nanoTime());
    counts.put("rest", (long) rest.open());
    SolveOptions ofRest = options.withTimeLimit(Duration.ofNanos(left));
    SolveResult answer = HandedOver.answer(other, rest.program(), ofRest, any);
    lap("rest");
    return new Joined(program, closing.incumbent, base.bound(), prices(base), statistics())
        .with(answer, other.name() + " for " + rest.open() + " candidates");
  }

  private SolveResult unfinished(Base base, @Nullable Assignment incumbent, long bound) {
    SolveResult.Stop why =
        options.cancel().isRequested()
            ? SolveResult.Stop.CANCELED
            : stop.getAsBoolean() ? SolveResult.Stop.TIME_LIMIT : SolveResult.Stop.EXHAUSTED;
    return incumbent == null
        ? new SolveResult.Unknown(bound, prices(base), why, statistics())
        : new SolveResult.Feasible(incumbent, bound, prices(base), why, statistics());
  }

  private Prices prices(Base base) {
    return new Prices(base.scale, rows.named(base.u));
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
