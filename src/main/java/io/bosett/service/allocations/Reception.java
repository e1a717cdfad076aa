package io.bosett.service.allocations;

import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.service.Intake;
import io.bosett.service.Solvers;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.Content;
import io.bosett.store.NewAllocation;
import org.jspecify.annotations.Nullable;

/** Looks submissions over and makes of them what is kept. */
final class Reception {
  private final StoredDatasets datasets;
  private final Bounds bounds;
  private final String version;

  Reception(StoredDatasets datasets, Settings settings) {
    this.datasets = datasets;
    this.bounds = new Bounds(settings);
    this.version = settings.version();
  }

  /**
   * A submission that was found good.
   *
   * @param figures the dataset as it was at that moment, or null when the scenario carries its own
   */
  record Taken(Submission submission, Problem problem, StoredDatasets.@Nullable Figures figures) {}

  /**
   * @throws InvalidInputException with all faults
   */
  Taken take(Submission submission) {
    OneReading source = new OneReading(datasets);
    Problem problem = Intake.problem(submission.document(), source, bounds);
    return new Taken(submission, problem, source.read());
  }

  /**
   * @throws InvalidInputException with all faults
   */
  Problem problem(byte[] document) {
    return Intake.problem(document, datasets, bounds);
  }

  NewAllocation kept(Taken taken, NewAllocation.@Nullable Claim claim) {
    Submission s = taken.submission;
    Problem problem = taken.problem;
    String solver = problem.scenario().solver().name();
    return new NewAllocation(
        Ids.next(),
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
