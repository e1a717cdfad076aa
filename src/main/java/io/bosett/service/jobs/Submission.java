package io.bosett.service.jobs;

import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.store.NewJob;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that is to be solved.
 *
 * @param scenario as far as its document could be read
 * @param scenarioId the kept scenario that it comes from, or null
 * @param caller who asks
 * @param idempotency the caller's key for this request, or null
 */
public record Submission(
    ScenarioReading scenario,
    @Nullable String scenarioId,
    String caller,
    NewJob.@Nullable Idempotency idempotency) {
  /** A document that has not been read yet. */
  public Submission(
      byte[] document,
      @Nullable String scenarioId,
      String caller,
      NewJob.@Nullable Idempotency idempotency) {
    this(ScenarioFormat.read(document), scenarioId, caller, idempotency);
  }
}
