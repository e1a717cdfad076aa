package io.bosett.service.jobs;

import io.bosett.common.RandomIds;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.service.ScenarioLoader;
import io.bosett.service.Solvers;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.solve.CompiledProblem;
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
  record Taken(
      Submission submission, CompiledProblem compiled, StoredDatasets.@Nullable Figures figures) {
    /** The solver that will be asked. */
    String solver() {
      String wished = compiled.problem().scenario().solver().name();
      return wished == null ? Solvers.DEFAULT : wished;
    }
  }

  /**
   * @throws InvalidInputException with all violations
   */
  Taken take(Submission submission) {
    RecordingDatasetSource source = new RecordingDatasetSource(datasets);
    CompiledProblem compiled =
        ScenarioLoader.compiled(submission.scenario(), source, serviceLimits);
    return new Taken(submission, compiled, source.read());
  }

  /**
   * @throws InvalidInputException with all violations
   */
  CompiledProblem problem(byte[] document) {
    return problem(ScenarioFormat.read(document));
  }

  /**
   * @throws InvalidInputException with all violations
   */
  CompiledProblem problem(ScenarioReading reading) {
    return ScenarioLoader.compiled(reading, datasets, serviceLimits);
  }

  NewAllocation kept(Taken taken, NewAllocation.@Nullable Claim claim) {
    Submission s = taken.submission;
    Problem problem = taken.compiled.problem();
    return new NewAllocation(
        RandomIds.hex(),
        s.caller(),
        s.idempotency(),
        s.scenarioId(),
        problem.scenario().name(),
        taken.solver(),
        Content.of(s.scenario().document().utf8()),
        taken.figures == null ? null : taken.figures.document(),
        problem.scenario().dataset(),
        problem.scenarioHash(),
        problem.datasetHash(),
        version,
        claim);
  }
}
