package io.bosett.service.jobs;

import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.SolveUseCase;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolverFailedException;
import io.bosett.store.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Solves allocations with a time limit, and retries solver breakdowns. */
final class SolveRunner implements JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SolveRunner.class);
  private static final double NANOS = 1e9;

  /** Grace after the time limit, which the solver observes by itself; then the job is stopped. */
  private static final Duration SLACK = Duration.ofMillis(150);

  private final Answerer answerer;
  private final JobProblems problems;
  private final QueueSettings settings;
  private final Outcomes outcomes;
  private final SolveOutcomes solveOutcomes;

  /** Solves a problem, as {@link SolveUseCase#answer}. */
  interface Answerer {
    Result answer(CompiledProblem problem, SolverSettings beside, SolveOptions options);
  }

  SolveRunner(Answerer answerer, JobProblems problems, QueueSettings settings) {
    this.answerer = answerer;
    this.problems = problems;
    this.settings = settings;
    outcomes = new Outcomes(settings.version());
    solveOutcomes = new SolveOutcomes(settings.version());
  }

  @Override
  public @Nullable Outcome run(Job job) {
    CompiledProblem problem = problems.of(job);
    return problem == null ? stopped(job) : solved(job, problem);
  }

  @Override
  public boolean hasFound(Job job) {
    return job.progress().objective() != null;
  }

  private @Nullable Outcome stopped(Job job) {
    return job.stopped() == StopReason.CANCELED ? outcomes.canceled(job) : null;
  }

  private @Nullable Outcome solved(Job job, CompiledProblem problem) {
    for (int failures = 0; ; failures++) {
      try {
        Result result = answer(job, problem);
        boolean cut = result.stopped() == Result.Stopped.CANCELED;
        boolean again = job.stopped() == StopReason.CLOSING || job.stopped() == StopReason.LOST;
        return cut && again ? null : solveOutcomes.of(job, result);
      } catch (SolverFailedException e) {
        LOG.warn("allocation {}: {}", job.id(), e.getMessage());
        if (job.stopped() != null && job.stopped() != StopReason.TIME_LIMIT) {
          return stopped(job);
        } else if (failures >= settings.retries()) {
          return outcomes.failed(job, String.valueOf(e.getMessage()));
        }
        job.log().add("the solver broke down and is tried again: " + e.getMessage());
      }
    }
  }

  private Result answer(Job job, CompiledProblem problem) {
    Double wanted = problem.problem().scenario().solver().timeLimitSeconds();
    Duration longest = settings.longestSolve();
    Duration usual = SolveOptions.DEFAULT_TIME_LIMIT;
    Duration limit = wanted == null ? usual : Duration.ofNanos((long) Math.ceil(wanted * NANOS));
    limit = limit.compareTo(longest) > 0 ? longest : limit;
    job.log()
        .add("solver " + job.kept().solver() + ", time limit " + limit.toMillis() / 1e3 + " s");
    job.limit(limit.plus(SLACK));
    SolverSettings beside = new SolverSettings(null, limit.toNanos() / NANOS, null, null);
    return answerer.answer(
        problem, beside, SolveOptions.DEFAULT.withCancel(job.cancel()).withProgress(job));
  }
}
