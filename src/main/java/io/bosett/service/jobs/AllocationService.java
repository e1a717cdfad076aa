package io.bosett.service.jobs;

import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.service.ScenarioOverview;
import io.bosett.service.SolveSeries;
import io.bosett.service.kept.KeptResults;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.JobKind;
import io.bosett.store.JobStore;
import io.bosett.store.JobTask;
import io.bosett.store.KeptJob;
import io.bosett.store.Store;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The allocation service: takes scenarios, which background threads solve. Thread-safe. */
public final class AllocationService implements AutoCloseable {
  private final SubmissionValidator submissionValidator;
  private final JobQueue jobs;

  private AllocationService(SubmissionValidator submissionValidator, JobQueue jobs) {
    this.submissionValidator = submissionValidator;
    this.jobs = jobs;
  }

  /** The collaborators of the service. */
  record Surroundings(
      Store store,
      StoredDatasets datasets,
      Clock clock,
      JobListener listener,
      SolveRunner.Answerer answerer) {}

  /** Opens the service on a store, see {@link JobQueue#open}. */
  public static AllocationService open(Store store, QueueSettings settings) {
    StoredDatasets datasets = new StoredDatasets(store.datasets());
    return open(store, settings, datasets, Clock.systemUTC(), JobListener.NONE);
  }

  /**
   * Opens the service with more collaborators given.
   *
   * @param datasets of the same store
   * @param clock for the times in the logs of solves
   * @param listener is told of solves
   */
  public static AllocationService open(
      Store store,
      QueueSettings settings,
      StoredDatasets datasets,
      Clock clock,
      JobListener listener) {
    SolveSeries series = new SolveSeries();
    return open(new Surroundings(store, datasets, clock, listener, series::answer), settings);
  }

  static AllocationService open(Surroundings at, QueueSettings settings) {
    KeptResults kept = new KeptResults(at.store.allocations(), at.datasets);
    JobRunner runner = new SolveRunner(at.answerer, new JobProblems(kept), settings);
    JobQueue jobs =
        JobQueue.open(
            new JobQueue.Surroundings(
                at.store, JobKind.ALLOCATION, settings.threads(), settings, at.clock, at.listener),
            runner);
    return new AllocationService(new SubmissionValidator(at.datasets, settings), jobs);
  }

  /** The queue of allocations. */
  public JobQueue jobs() {
    return jobs;
  }

  /**
   * Submits a scenario: validates and stores it, to be solved when its turn comes.
   *
   * @throws io.bosett.model.InvalidInputException with all violations, limits of this service
   *     included; nothing is stored then
   * @see JobQueue#submit
   */
  public JobStore.Submission submit(Submission submission) {
    SubmissionValidator.Taken taken = submissionValidator.take(submission);
    return jobs.submit(submissionValidator.kept(taken, JobTask.NONE), taken.compiled());
  }

  /**
   * Submits a scenario whose caller waits for its answer.
   *
   * @throws io.bosett.model.InvalidInputException as {@link #submit}
   * @see JobQueue#submitAwaited
   */
  public CompletableFuture<JobStore.Submission> submitAwaited(Submission submission) {
    SubmissionValidator.Taken taken = submissionValidator.take(submission);
    return jobs.submitAwaited(submissionValidator.kept(taken, JobTask.NONE), taken.compiled());
  }

  /**
   * The overview of a scenario, without solving it; checks the limits of this service as well.
   *
   * @throws io.bosett.model.InvalidInputException with all violations
   */
  public ScenarioOverview validate(byte[] document) {
    return ScenarioOverview.of(submissionValidator.problem(document));
  }

  /**
   * Validates a scenario against the limits of this service and compiles it; neither stored nor
   * solved.
   *
   * @throws io.bosett.model.InvalidInputException with all violations
   */
  public CompiledProblem compiled(ScenarioReading reading) {
    return submissionValidator.problem(reading);
  }

  /** See {@link JobQueue#find}. */
  public Optional<KeptJob> find(String id) {
    return jobs.find(id);
  }

  /** See {@link JobQueue#ended}. */
  public CompletableFuture<KeptJob> ended(String id) {
    return jobs.ended(id);
  }

  /** See {@link JobQueue#watch}. */
  public AutoCloseable watch(String id, long afterId, Consumer<JobEvent> listener) {
    return jobs.watch(id, afterId, listener);
  }

  /** See {@link JobQueue#cancel}. */
  public JobStore.Cancellation cancel(String id) {
    return jobs.cancel(id);
  }

  @Override
  public void close() {
    jobs.close();
  }
}
