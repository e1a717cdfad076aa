package io.bosett.service.analyses;

import io.bosett.analysis.AnalysisKind;
import io.bosett.documents.analyses.AnalysisRequest;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import io.bosett.service.AnalysisUseCase;
import io.bosett.service.jobs.JobListener;
import io.bosett.service.jobs.JobProblems;
import io.bosett.service.jobs.JobQueue;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.jobs.SubmissionValidator;
import io.bosett.service.kept.KeptResults;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.JobKind;
import io.bosett.store.JobStore;
import io.bosett.store.JobTask;
import io.bosett.store.NewJob;
import io.bosett.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The analysis service: takes requests, which background threads answer. Thread-safe. */
public final class AnalysisService {
  private final AnalysisSources sources;
  private final JobQueue jobs;

  private AnalysisService(AnalysisSources sources, JobQueue jobs) {
    this.sources = sources;
    this.jobs = jobs;
  }

  /**
   * Opens the service on a store, see {@link JobQueue#open}.
   *
   * @param datasets of the same store
   * @param clock for the times in the logs of analyses
   * @param listener is notified of analyses
   */
  public static AnalysisService open(
      Store store,
      QueueSettings settings,
      StoredDatasets datasets,
      Clock clock,
      JobListener listener) {
    KeptResults kept = new KeptResults(store.jobs(JobKind.ANALYSIS), datasets);
    JobQueue jobs =
        JobQueue.open(
            new JobQueue.Surroundings(
                store, JobKind.ANALYSIS, settings.analysisThreads(), settings, clock, listener),
            new AnalysisRunner(new JobProblems(kept), settings));
    return new AnalysisService(
        new AnalysisSources(store, datasets, new SubmissionValidator(datasets, settings)), jobs);
  }

  /** The queue of analyses. */
  public JobQueue jobs() {
    return jobs;
  }

  /**
   * Submits a request: validates and stores it, to be answered when its turn comes.
   *
   * @param caller who asks
   * @param key the caller's idempotency key, or null
   * @throws InvalidInputException with all violations of request, scenario and options; nothing is
   *     stored then
   * @see JobQueue#submit
   */
  public JobStore.Submission submit(
      AnalysisRequest request,
      AnalysisSource source,
      String caller,
      NewJob.@Nullable Idempotency key) {
    List<Violation> violations = new ArrayList<>(request.violations());
    AnalysisKind kind = request.kind();
    AnalysisSources.Prepared prepared = sources.prepared(source, caller, key, violations);
    if (prepared != null && kind != null && violations.isEmpty()) {
      violations.addAll(AnalysisUseCase.faults(prepared.problem(), kind, request.options()));
    }
    if (prepared == null || kind == null || !violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    CompiledProblem problem = prepared.problem();
    String options = AnalysisRequest.optionsJson(request.options());
    JobTask task = new JobTask(kind.word(), request.allocation(), options);
    return jobs.submit(prepared.job().withTask(task), problem);
  }
}
