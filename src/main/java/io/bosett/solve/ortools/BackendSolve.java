package io.bosett.solve.ortools;

import io.bosett.program.Assignment;
import io.bosett.program.Compliance;
import io.bosett.program.Program;
import io.bosett.program.form.FormStoppedException;
import io.bosett.program.form.GainWindows;
import io.bosett.program.form.MipForm;
import io.bosett.program.form.StopPoll;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.SolveResult.Stop;
import io.bosett.solve.SolverFailedException;
import io.bosett.solve.ortools.Engine.Outcome;
import io.bosett.solve.ortools.Engine.Status;
import java.time.Duration;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One solve with a back end, by column reduction: the program has exact gains in {@link
 * GainWindows} around likely amounts and too high ones elsewhere, and is solved again with wider
 * windows while the answer lies outside them. So every bound of the back end is an upper bound for
 * the program itself, and an answer inside the windows is exact.
 *
 * <p>Of a back end's answer these count: its columns, as an assignment whose rules and objective
 * are recomputed here; its bound, as far as the back end's arithmetic allows; its claim of
 * infeasibility. An optimum is proven when the bound, made whole by {@code limit}, equals the
 * recomputed objective.
 */
final class BackendSolve implements Engine.Reports {
  /** Within this size doubles hold whole numbers, and bounds with enough digits after the point. */
  private static final double RELIABLE = 1L << 51;

  private final Backend backend;
  private final Program program;
  private final SolveOptions options;
  private final long begin = System.nanoTime();
  private final long deadline;
  private final TreeMap<String, Long> counts = new TreeMap<>();
  private final StopPoll poll;
  private GainWindows gainWindows;
  private MipForm form;
  private @Nullable Assignment best;
  private long objective;
  private @Nullable Long bound;

  BackendSolve(Backend backend, Program program, SolveOptions options) {
    this.backend = backend;
    this.program = program;
    this.options = options;
    this.deadline = begin + Math.min(options.timeLimit().toNanos(), Long.MAX_VALUE / 4);
    this.poll =
        new StopPoll(() -> options.cancel().isRequested() || System.nanoTime() - deadline > 0);
    this.gainWindows = GainWindows.likely(program, poll);
    this.form = MipForm.of(program, gainWindows, poll);
  }

  /** Solves a program; one whose form takes longer than the limit is unknown. */
  static SolveResult solve(Backend backend, Program program, SolveOptions options) {
    try {
      return new BackendSolve(backend, program, options).run();
    } catch (FormStoppedException e) {
      Stop stop = options.cancel().isRequested() ? Stop.CANCELED : Stop.TIME_LIMIT;
      SolveResult.Statistics none = new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>());
      return new SolveResult.Unknown(null, null, stop, none);
    }
  }

  private SolveResult run() {
    while (true) {
      counts.merge("rounds", 1L, Long::sum);
      counts.put("columns", (long) form.columns().size());
      counts.put("rows", (long) form.rows().size());
      ChildSession.Ending ending;
      try {
        ending = new ChildSession(backend, options, deadline, this).run(form);
      } catch (SolverFailedException e) {
        if (best == null || !options.progress().keepsBest(String.valueOf(e.getMessage()))) {
          throw e;
        }
        return unproven(Stop.EXHAUSTED);
      }
      Outcome outcome = ending.outcome();
      if (outcome == null) {
        return unproven(stop(ending));
      }
      Assignment last = take(outcome);
      if (best != null && bound != null && bound == objective) {
        return proven();
      }
      if (outcome.status() == Status.INFEASIBLE && best == null) {
        boolean hasty = backend.hasty() && ending.shareOfLimit() > 0.5;
        return hasty ? unproven(Stop.TIME_LIMIT) : infeasible();
      }
      if (outcome.status() != Status.OPTIMAL
          || last == null
          || form.exact()
          || gainWindows.contain(last, form)) {
        return unproven(stop(ending));
      }
      gainWindows = gainWindows.widenedTo(last, form);
      try {
        form = MipForm.of(program, gainWindows, poll);
      } catch (FormStoppedException e) {
        return unproven(options.cancel().isRequested() ? Stop.CANCELED : Stop.TIME_LIMIT);
      }
    }
  }

  private static Stop stop(ChildSession.Ending ending) {
    if (ending.stop() != null) {
      return ending.stop();
    }
    Outcome outcome = ending.outcome();
    boolean ended = outcome != null && outcome.status() == Status.OPTIMAL;
    return ended || ending.shareOfLimit() < 0.5 ? Stop.EXHAUSTED : Stop.TIME_LIMIT;
  }

  /**
   * Takes over what an outcome shows; returns its assignment, or null when it has no feasible one.
   */
  private @Nullable Assignment take(Outcome outcome) {
    if (outcome.status() == Status.REFUSED) {
      throw new SolverFailedException(
          backend.title() + " does not take the program: " + outcome.detail());
    }
    Assignment assignment = outcome.values() == null ? null : offer(outcome.values());
    if (outcome.status() == Status.OPTIMAL && backend.wholeNumbers() && outcome.values() != null) {
      limit(form.objective(outcome.values()));
    } else if (outcome.bound() != null && backend.bounds()) {
      limit(outcome.bound());
    }
    options.progress().report(best == null ? null : (Long) objective, bound);
    return assignment;
  }

  @Override
  public void incumbent(long[] values) {
    offer(values);
    options.progress().report(best == null ? null : (Long) objective, bound);
  }

  @Override
  public void bound(double value) {
    limit(value);
    options.progress().report(best == null ? null : (Long) objective, bound);
  }

  /** The assignment of rounded columns, or null when it breaks a rule; kept when it is the best. */
  private @Nullable Assignment offer(long[] values) {
    Assignment assignment = form.assignment(values);
    if (!Compliance.allows(program, assignment)) {
      return null;
    }
    long worth = program.objective(assignment);
    if (best == null || worth > objective) {
      best = assignment;
      objective = worth;
      refuteBound();
    }
    return assignment;
  }

  /**
   * Takes a bound in doubles over. Integer arithmetic proves whole numbers; the others are allowed
   * an error of half a unit, so their bound must lie less than half a unit above an objective to
   * prove it.
   */
  private void limit(double value) {
    if (Math.abs(value) < RELIABLE) {
      long whole = (long) (backend.wholeNumbers() ? Math.ceil(value) : Math.floor(value + 0.5));
      limit(Math.addExact(whole, form.offset()));
    }
  }

  private void limit(long value) {
    if (bound == null || value < bound) {
      bound = value;
      refuteBound();
    }
  }

  /** Discards a bound below an objective that was reached. */
  private void refuteBound() {
    if (best != null && bound != null && bound < objective) {
      bound = null;
    }
  }

  private SolveResult proven() {
    return new SolveResult.Proven(best(), null, says("optimal"), statistics());
  }

  private SolveResult infeasible() {
    return new SolveResult.Infeasible(null, says("infeasible"), statistics());
  }

  private SolveResult unproven(Stop stop) {
    return best == null
        ? new SolveResult.Unknown(bound, null, stop, statistics())
        : new SolveResult.Feasible(best(), bound, null, stop, statistics());
  }

  private Assignment best() {
    if (best == null) {
      throw new IllegalStateException("no assignment was found");
    }
    return best;
  }

  private String says(String what) {
    return backend.title() + " " + OrToolsVersion.VERSION + " says " + what;
  }

  private SolveResult.Statistics statistics() {
    TreeMap<String, Duration> phases = new TreeMap<>();
    phases.put("solve", Duration.ofNanos(System.nanoTime() - begin));
    return new SolveResult.Statistics(phases, counts);
  }
}
