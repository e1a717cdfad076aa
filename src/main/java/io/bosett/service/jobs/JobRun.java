package io.bosett.service.jobs;

import io.bosett.common.RandomIds;
import io.bosett.documents.result.ResultJson;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.SolveUseCase;
import io.bosett.service.kept.KeptResults;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.DefectException;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolverFailedException;
import io.bosett.store.Outcome;
import io.bosett.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a job from problem to outcome: solves with a time limit, retries solver breakdowns, and
 * turns every failure into an outcome.
 */
final class JobRun {
  private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
  private static final double NANOS = 1e9;

  /** Grace after the time limit, which the solver observes by itself; then the job is stopped. */
  private static final Duration SLACK = Duration.ofMillis(150);

  /**
   * Limit on the attempts: an allocation during whose solves the process died so many times is not
   * solved again (poison message).
   */
  private static final int MOST_ATTEMPTS = 25;

  private static final long PAUSE_MILLIS = 100;

  /** So that the id of an incident can be read out. */
  private static final int INCIDENT_BYTES = 6;

  private final Answerer answerer;
  private final KeptResults kept;
  private final QueueSettings settings;
  private final Outcomes outcomes;

  /** Solves a problem, as {@link SolveUseCase#answer}. */
  interface Answerer {
    Result answer(CompiledProblem problem, SolverSettings beside, SolveOptions options);
  }

  JobRun(Answerer answerer, KeptResults kept, QueueSettings settings, Outcomes outcomes) {
    this.answerer = answerer;
    this.kept = kept;
    this.settings = settings;
    this.outcomes = outcomes;
  }

  /** The outcome of a job, or null to return the allocation to the queue. */
  @Nullable Outcome end(Job job) {
    try {
      if (job.allocation.attempt() > MOST_ATTEMPTS) {
        return outcomes.failed(
            job, "a solve was begun " + MOST_ATTEMPTS + " times and never came to an end");
      }
      CompiledProblem problem = problem(job);
      return problem == null ? stopped(job) : solved(job, problem);
    } catch (InvalidInputException e) {
      return outcomes.failed(
          job, "this version of the program refuses the scenario: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      LOG.error("allocation {} ran out of memory", job.id(), e);
      return outcomes.failed(job, "the solve took more memory than there is");
    } catch (RuntimeException | Error e) {
      // An exception after the job was settled comes from an abandoned thread.
      return job.isSettled() ? null : outcomes.failed(job, incident(job, e));
    }
  }

  /** The problem; null when the job was stopped before it could be read. */
  private @Nullable CompiledProblem problem(Job job) {
    CompiledProblem problem = job.known();
    while (problem == null && job.stopped() == null) {
      try {
        problem = kept.compiled(job.allocation);
      } catch (StoreUnavailableException e) {
        pause();
        if (job.isLeaseOver()) {
          job.stop(StopReason.LOST);
        }
      }
    }
    return job.stopped() == null ? problem : null;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
        return cut && again ? null : outcomes.of(job, result);
      } catch (SolverFailedException e) {
        LOG.warn("allocation {}: {}", job.id(), e.getMessage());
        if (job.stopped() != null && job.stopped() != StopReason.TIME_LIMIT) {
          return stopped(job);
        } else if (failures >= settings.retries()) {
          return outcomes.failed(job, String.valueOf(e.getMessage()));
        }
        job.log.add("the solver broke down and is tried again: " + e.getMessage());
      }
    }
  }

  private Result answer(Job job, CompiledProblem problem) {
    Double wished = problem.problem().scenario().solver().timeLimitSeconds();
    Duration longest = settings.longestSolve();
    Duration usual = SolveOptions.DEFAULT_TIME_LIMIT;
    Duration limit = wished == null ? usual : Duration.ofNanos((long) Math.ceil(wished * NANOS));
    limit = limit.compareTo(longest) > 0 ? longest : limit;
    job.log.add(
        "solver " + job.allocation.solver() + ", time limit " + limit.toMillis() / 1e3 + " s");
    job.limit(limit.plus(SLACK));
    SolverSettings beside = new SolverSettings(null, limit.toNanos() / NANOS, null, null);
    return answerer.answer(
        problem, beside, SolveOptions.DEFAULT.withCancel(job.cancel).withProgress(job));
  }

  /** Logs what is needed to reproduce a defect; scenario and figures are in the store. */
  private static String incident(Job job, Throwable e) {
    String id = RandomIds.hex(INCIDENT_BYTES);
    LOG.error("incident {}: allocation {} met a defect", id, job.id(), e);
    if (e instanceof DefectException defect) {
      LOG.error("incident {}: the refuted answer: {}", id, ResultJson.write(defect.result()));
      return "the checker refuted the answer; this is a defect, incident " + id;
    }
    return "the solve met a defect, incident " + id;
  }
}
