package io.bosett.service;

import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.analysis.stability.CandidateLoss;
import io.bosett.analysis.stability.Losses;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.program.Program;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The preview use case: solves a problem within a time budget that includes the conflict and the
 * losses; stores nothing.
 */
public final class PreviewUseCase {
  private static final double NANOS = 1e9;

  private PreviewUseCase() {}

  /**
   * The outcome of a preview.
   *
   * @param result checked like every answer
   * @param candidates with their losses, or null when not requested
   * @param explanation of the municipality that was named, or null
   * @param phases nanoseconds by phase
   */
  public record Preview(
      Result result,
      @Nullable List<CandidateLoss> candidates,
      @Nullable MunicipalityExplanation explanation,
      SortedMap<String, Long> phases) {}

  /**
   * What is requested beside the result.
   *
   * @param losses each candidate's loss
   * @param municipality the one to be explained, which the dataset must have, or null
   */
  public record Extras(boolean losses, @Nullable String municipality) {}

  /**
   * Solves a problem.
   *
   * @param limit upper limit on the time; the scenario's own time limit applies when it is lower
   */
  public static Preview preview(CompiledProblem compiled, Duration limit, Extras extras) {
    long begun = System.nanoTime();
    SortedMap<String, Long> phases = new TreeMap<>();
    long budget = budget(compiled.problem(), limit);
    SolverSettings beside = new SolverSettings(null, budget / NANOS, null, null);
    CancellationToken cancel = new CancellationToken();
    Executor later = CompletableFuture.delayedExecutor(budget, TimeUnit.NANOSECONDS);
    // The solver hears of the limit by itself; the search for a conflict only by being canceled.
    CompletableFuture<Void> alarm = CompletableFuture.runAsync(cancel::request, later);
    try {
      Result result =
          inTime(SolveUseCase.answer(compiled, beside, SolveOptions.DEFAULT.withCancel(cancel)));
      result.solver().phases().forEach((name, s) -> phases.put(name, (long) (s * NANOS)));
      phases.put("answer", System.nanoTime() - begun);
      List<CandidateLoss> candidates =
          extras.losses ? losses(compiled.program(), result, begun + budget, phases) : null;
      MunicipalityExplanation explanation =
          extras.municipality == null
              ? null
              : explained(compiled, result, extras.municipality, begun + budget, phases);
      return new Preview(result, candidates, explanation, phases);
    } finally {
      alarm.cancel(false);
    }
  }

  /** Nobody cancels a preview but its own alarm, so that what was canceled ran out of time. */
  private static Result inTime(Result result) {
    return result.stopped() == Result.Stopped.CANCELED
        ? result.withStopped(Result.Stopped.TIME_LIMIT)
        : result;
  }

  private static long budget(Problem problem, Duration limit) {
    Double wanted = problem.scenario().solver().timeLimitSeconds();
    long most = limit.toNanos();
    return wanted == null ? most : Math.min(most, (long) Math.ceil(wanted * NANOS));
  }

  private static MunicipalityExplanation explained(
      CompiledProblem compiled,
      Result result,
      String municipality,
      long end,
      SortedMap<String, Long> phases) {
    long begun = System.nanoTime();
    Duration left = Duration.ofNanos(Math.max(0, end - begun));
    MunicipalityExplanation explanation =
        ExplainUseCase.explain(compiled, result, municipality, left).value();
    phases.put("explain", System.nanoTime() - begun);
    return explanation;
  }

  private static List<CandidateLoss> losses(
      Program program, Result result, long end, SortedMap<String, Long> phases) {
    long begun = System.nanoTime();
    List<CandidateLoss> candidates =
        new Losses(Solvers.named(Solvers.DEFAULT), SolveOptions.DEFAULT)
            .of(program, result, Losses.NEAR, end);
    phases.put("losses", System.nanoTime() - begun);
    return candidates;
  }
}
