package io.bosett.service.jobs;

import io.bosett.common.RandomIds;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.service.KeptShapes;
import io.bosett.service.ScenarioLoader;
import io.bosett.service.Solvers;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.Content;
import io.bosett.store.JobTask;
import io.bosett.store.NewJob;
import org.jspecify.annotations.Nullable;

/** Validates submissions and prepares what the store keeps of them. */
public final class SubmissionValidator {
  private final StoredDatasets datasets;
  private final ServiceLimits serviceLimits;
  private final String version;
  private final KeptShapes shapes = new KeptShapes();

  public SubmissionValidator(StoredDatasets datasets, QueueSettings settings) {
    this.datasets = datasets;
    this.serviceLimits = new ServiceLimits(settings);
    this.version = settings.version();
  }

  /** The version of the program. */
  public String version() {
    return version;
  }

  /**
   * A valid submission.
   *
   * @param figures the dataset as of now, or null when the scenario carries its own figures
   */
  public record Taken(
      Submission submission, CompiledProblem compiled, StoredDatasets.@Nullable Figures figures) {
    /** The solver that will be asked. */
    public String solver() {
      String wanted = compiled.problem().scenario().solver().name();
      return wanted == null ? Solvers.DEFAULT : wanted;
    }
  }

  /**
   * Validates a submission against the limits of this service.
   *
   * @throws InvalidInputException with all violations
   */
  public Taken take(Submission submission) {
    RecordingDatasetSource source = new RecordingDatasetSource(datasets);
    CompiledProblem compiled =
        ScenarioLoader.compiled(submission.scenario(), source, serviceLimits, shapes);
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
    return ScenarioLoader.compiled(reading, datasets, serviceLimits, shapes);
  }

  /**
   * What the store keeps of it.
   *
   * @param task what is to be done with the scenario
   */
  public NewJob kept(Taken taken, JobTask task) {
    Submission s = taken.submission;
    Problem problem = taken.compiled.problem();
    return new NewJob(
        RandomIds.hex(),
        s.caller(),
        s.idempotency(),
        s.scenarioId(),
        problem.scenario().name(),
        taken.solver(),
        task,
        Content.of(s.scenario().document().utf8()),
        taken.figures == null ? null : taken.figures.document(),
        problem.scenario().dataset(),
        problem.scenarioHash(),
        problem.datasetHash(),
        version,
        null);
  }
}
