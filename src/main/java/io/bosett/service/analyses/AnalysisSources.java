package io.bosett.service.analyses;

import io.bosett.common.RandomIds;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import io.bosett.service.Solvers;
import io.bosett.service.jobs.Submission;
import io.bosett.service.jobs.SubmissionValidator;
import io.bosett.service.kept.KeptResults;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.Content;
import io.bosett.store.JobTask;
import io.bosett.store.KeptJob;
import io.bosett.store.NewJob;
import io.bosett.store.Store;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Prepares the problems of analyses, and what the store keeps of them. */
final class AnalysisSources {
  private final Store store;
  private final StoredDatasets datasets;
  private final KeptResults allocations;
  private final SubmissionValidator validator;

  AnalysisSources(Store store, StoredDatasets datasets, SubmissionValidator validator) {
    this.store = store;
    this.datasets = datasets;
    this.validator = validator;
    allocations = new KeptResults(store.allocations(), datasets);
  }

  /** A problem with the job of analyzing it, the task of which is not stated yet. */
  record Prepared(CompiledProblem problem, NewJob job) {}

  /**
   * The problem of a source; null when it has violations.
   *
   * @param violations are added to, with their places in the request
   */
  @Nullable Prepared prepared(
      AnalysisSource source,
      String caller,
      NewJob.@Nullable Idempotency key,
      List<Violation> violations) {
    try {
      if (source instanceof AnalysisSource.OfAllocation of) {
        return ofAllocation(of.allocation(), caller, key);
      } else if (source instanceof AnalysisSource.OfScenario of) {
        SubmissionValidator.Taken taken =
            validator.take(new Submission(of.reading(), of.scenarioId(), caller, key));
        NewJob job = validator.kept(taken, JobTask.NONE).withSolver(Solvers.DEFAULT);
        return new Prepared(taken.compiled(), job);
      }
    } catch (InvalidInputException e) {
      String place = source instanceof AnalysisSource.OfScenario ? "/scenario" : "/allocation";
      e.violations().forEach(v -> violations.add(v.under(place)));
    }
    return null;
  }

  private Prepared ofAllocation(
      KeptJob allocation, String caller, NewJob.@Nullable Idempotency key) {
    byte[] scenario =
        store
            .allocations()
            .scenario(allocation.id())
            .orElseThrow(() -> new NoSuchElementException("allocation " + allocation.id()));
    CompiledProblem problem = allocations.compiled(allocation);
    String hash = allocation.datasetContent();
    Content figures =
        hash == null
            ? null
            : datasets.kept(hash).orElseThrow(NoSuchElementException::new).document();
    NewJob job =
        new NewJob(
            RandomIds.hex(),
            caller,
            key,
            allocation.scenarioId(),
            allocation.name(),
            Solvers.DEFAULT,
            JobTask.NONE,
            new Content(allocation.scenarioContent(), scenario),
            figures,
            allocation.datasetId(),
            allocation.scenarioHash(),
            allocation.figuresHash(),
            validator.version(),
            null);
    return new Prepared(problem, job);
  }
}
