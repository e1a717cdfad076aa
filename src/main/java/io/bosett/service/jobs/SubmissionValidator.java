package io.bosett.service.jobs;

import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.service.ScenarioLoader;
import io.bosett.service.Solvers;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.Content;
import io.bosett.store.NewAllocation;
import org.jspecify.annotations.Nullable;

/** Validates submissions and prepares what the store keeps of them. */
final class SubmissionValidator {
  private final StoredDatasets datasets;
  private final ServiceLimits serviceLimits;
  private final String version;

  SubmissionValidator(StoredDatasets datasets, QueueSettings settings) {
    this.datasets = datasets;
    this.serviceLimits = new ServiceLimits(settings);
    this.version = settings.version();
  }

  /**
   * A valid submission.
   *
   * @param figures the dataset as of now, or null when the scenario carries its own figures
   */
  record Taken(Submission submission, Problem problem, StoredDatasets.@Nullable Figures figures) {}

  /**
   * @throws InvalidInputException with all violations
   */
  Taken take(Submission submission) {
    RecordingDatasetSource source = new RecordingDatasetSource(datasets);
    Problem problem = ScenarioLoader.problem(submission.document(), source, serviceLimits);
    return new Taken(submission, problem, source.read());
  }

  /**
   * @throws InvalidInputException with all violations
   */
  Problem problem(byte[] document) {
    return ScenarioLoader.problem(document, datasets, serviceLimits);
  }

  NewAllocation kept(Taken taken, NewAllocation.@Nullable Claim claim) {
    Submission s = taken.submission;
    Problem problem = taken.problem;
    String solver = problem.scenario().solver().name();
    return new NewAllocation(
        RandomIds.next(),
        s.caller(),
        s.idempotency(),
        s.scenarioId(),
        problem.scenario().name(),
        solver == null ? Solvers.DEFAULT : solver,
        Content.of(s.document()),
        taken.figures == null ? null : taken.figures.document(),
        problem.scenario().dataset(),
        problem.scenarioHash(),
        problem.datasetHash(),
        version,
        claim);
  }
}
