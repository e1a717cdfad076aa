package io.bosett.benchmark.run;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.run.Heat.Ending;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.Status;
import io.bosett.program.Program;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.DefectException;
import io.bosett.solve.ProgressListener;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.LagrangianCertifier;
import io.bosett.solve.decomposition.closing.Stages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One heat: a cold solve, a warm-up, the repetitions. A repetition of a fast solver is the median
 * of many solves, for one alone would measure the clock; where the first solve took long, it is a
 * repetition itself, and where it was not settled there are no others.
 */
final class HeatRun {
  /** A first solve that takes longer is not cold in any way that matters. */
  private static final double LONG = 5;

  private static final int MOST_WARM_UPS = 1_000;
  private static final double SECONDS_OF_REPETITION = 0.25;
  private static final int MOST_OF_REPETITION = 300;

  private final HeatProcess.Course course;
  private final Instance instance;
  private final Problem problem;
  private final Channel channel;
  private final Observed observed;
  private final CheckedSolver checked;
  private final String fingerprint;
  private final Trace trace = new Trace();
  private final List<Timing> warm = new ArrayList<>();
  private @Nullable Timing cold;
  private @Nullable Result result;
  private @Nullable ScaledMultipliers prices;
  private double evaluation;
  private Ending ending = Ending.ANSWERED;
  private String detail = "";

  HeatRun(HeatProcess.Course course, Instance instance, Problem problem, Channel channel) {
    this.course = course;
    this.instance = instance;
    this.problem = problem;
    this.channel = channel;
    Solver solver = Entrants.named(course.solver());
    observed = new Observed(solver);
    checked = new CheckedSolver(observed, new LagrangianCertifier());
    fingerprint = Instance.fingerprint(problem);
  }

  void run() {
    channel.line(heat());
    try {
      repeat();
    } catch (DefectException e) {
      ending = Ending.REFUTED;
      detail = String.valueOf(e.getMessage());
    } catch (RuntimeException e) {
      ending = Ending.CRASHED;
      detail = e.toString();
    }
    channel.line(heat());
  }

  private void repeat() {
    cold = solve(trace);
    channel.line(heat());
    if (cold.total() >= LONG) {
      warm.add(cold);
    } else {
      warmUp(cold.total());
    }
    while (settled() && warm.size() < course.repetitions()) {
      warm.add(batch(SECONDS_OF_REPETITION, MOST_OF_REPETITION));
      channel.line(heat());
    }
    measureEvaluation();
  }

  private boolean settled() {
    return result != null
        && (result.status() == Status.OPTIMAL || result.status() == Status.INFEASIBLE);
  }

  private void warmUp(double spent) {
    if (settled() && spent < course.warmUp()) {
      batch(course.warmUp() - spent, MOST_WARM_UPS);
    }
  }

  private Timing batch(double seconds, int most) {
    List<Timing> timings = new ArrayList<>();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    do {
      timings.add(solve(ProgressListener.NONE));
    } while (timings.size() < most && System.nanoTime() < end);
    return Timing.median(timings);
  }

  private Timing solve(ProgressListener progress) {
    channel.alive();
    SolveOptions options =
        SolveOptions.DEFAULT
            .withTimeLimit(Duration.ofNanos((long) (course.timeLimit() * 1e9)))
            .withProgress(progress);
    long begin = System.nanoTime();
    CheckedSolver.Answer answer = checked.solve(problem, options);
    double whole = (System.nanoTime() - begin) / 1e9;
    compare(answer.result());
    result = answer.result();
    prices = answer.prices();
    return Timing.of(answer.result().solver(), whole);
  }

  /** The same question must have the same answer each time, as far as it is called proven. */
  private void compare(Result now) {
    Result before = result;
    if (before != null && settled() && now.status() != Status.FEASIBLE) {
      boolean same =
          now.status() == before.status()
              && String.valueOf(now.objective()).equals(String.valueOf(before.objective()));
      if (!same) {
        ending = Ending.REFUTED;
        detail = "answered " + text(before) + ", and when asked again " + text(now);
      }
    }
  }

  private static String text(Result result) {
    return result.status() + " " + result.objective();
  }

  /** Only beside the default solver: it is the same for all. */
  private void measureEvaluation() {
    Program program = observed.program;
    if (course.solver().equals(Entrants.OWN) && program != null && prices != null) {
      channel.alive();
      evaluation = new Stages(program, prices).secondsOfEvaluation(0.1);
    }
  }

  private Heat heat() {
    Result r = result;
    Program program = observed.program;
    return new Heat(
        course.commit(),
        course.solver(),
        observed.version(),
        instance.id(),
        fingerprint,
        program == null ? instance.size() : program.size(),
        course.timeLimit(),
        ending,
        detail.isEmpty() && r != null ? r.solver().claim() : detail,
        r == null ? null : r.status(),
        r == null ? null : r.proof(),
        r != null && r.stopped() == Result.Stopped.TIME_LIMIT,
        r == null ? null : r.objective(),
        r == null ? null : r.bound(),
        cold,
        List.copyOf(warm),
        observed.counts,
        observed.allocatedMb,
        0,
        0,
        evaluation,
        trace.moments());
  }
}
